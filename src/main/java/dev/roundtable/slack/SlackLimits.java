package dev.roundtable.slack;

import java.time.Duration;

/** What Slack allows. Each number says where it comes from. */
final class SlackLimits {
  /** Plain text of a header block; reference/block-kit/blocks/header-block. */
  static final int HEADER = 150;

  /** Text of a section block; reference/block-kit/blocks/section-block. */
  static final int SECTION = 3000;

  /** Elements of a context block; reference/block-kit/blocks/context-block. */
  static final int CONTEXT_ELEMENTS = 10;

  /** Elements of an actions block; reference/block-kit/blocks/actions-block. */
  static final int ACTIONS = 25;

  /** Label of a button or of an option; reference/block-kit/block-elements. */
  static final int LABEL = 75;

  /**
   * What a markdown block of ours holds. Slack takes 12,000 in all of a message, but long ones are
   * folded by its clients; the rest stands behind a button.
   */
  static final int MARKDOWN = 3000;

  /**
   * Characters of all blocks of a message together. Slack refuses about 13,200
   * (msg_blocks_too_long, bolt-js#2509); the rest is room for what is counted otherwise.
   */
  static final int MESSAGE = 11_000;

  /** Blocks of a message, and of a view; reference/block-kit/blocks. */
  static final int BLOCKS = 50;

  static final int VIEW_BLOCKS = 100;

  /** Text of chat.update; above it Slack answers msg_too_long; reference/methods/chat.update. */
  static final int TEXT = 4000;

  /** Title, submit and close of a modal; reference/views/modal-views. */
  static final int VIEW_TITLE = 24;

  /** Initial value and length of a text input; reference/block-kit/block-elements. */
  static final int INPUT = 3000;

  /** Title of a plan's task, with room to spare; reference/block-kit/blocks/plan-block. */
  static final int TASK_TITLE = 150;

  /** Tasks of a plan block. */
  static final int TASKS = 50;

  /** Rows of a table block. */
  static final int TABLE_ROWS = 100;

  /** Cells of a table's row; reference/block-kit/blocks/table-block. */
  static final int TABLE_CELLS = 20;

  /** Of the 10,000 characters of a table block what ours takes, beside the words of a verdict. */
  static final int TABLE = 6000;

  /** Of the 10,000 characters of a table block what a cell may have of them. */
  static final int CELL = 300;

  /** Description of a picture; reference/block-kit/blocks/image-block. */
  static final int ALT = 2000;

  /** One message per second and channel, short bursts allowed; apis/web-api/rate-limits. */
  static final Duration POST_INTERVAL = Duration.ofSeconds(1);

  static final int POST_BURST = 3;

  /** Tier 3 is 50 a minute for each method and workspace; this stays at 40 and a few. */
  static final Duration TIER_3_INTERVAL = Duration.ofMillis(1500);

  static final int TIER_3_BURST = 5;

  /** Between two edits of a message: Slack's advice for progress in place. */
  static final Duration EDIT_GAP = Duration.ofSeconds(3);

  private SlackLimits() {}
}
