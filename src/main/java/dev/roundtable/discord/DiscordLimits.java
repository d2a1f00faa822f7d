package dev.roundtable.discord;

/** What Discord allows, with the page of its documentation that says so. */
final class DiscordLimits {
  /** Create Message: {@code content}. */
  static final int CONTENT = 2000;

  /** Component reference: all text of a message with components. */
  static final int COMPONENT_TEXT = 4000;

  /** Component reference: components of a message, nested ones included. */
  static final int COMPONENTS = 40;

  /** Component reference: buttons of an action row. */
  static final int BUTTONS = 5;

  /** Component reference, Button: {@code label}. */
  static final int LABEL = 80;

  /** Component reference, Media Gallery: {@code description}. */
  static final int DESCRIPTION = 1024;

  /** Component reference, Button: {@code url}. */
  static final int ADDRESS = 512;

  /** Component reference: {@code custom_id}. */
  static final int CUSTOM_ID = 100;

  /** Channel resource, Start Thread from Message: {@code name}. */
  static final int THREAD_NAME = 100;

  /** Create Message: {@code nonce}. */
  static final int NONCE = 25;

  /** Application commands: options and choices, and what autocomplete may offer. */
  static final int CHOICES = 25;

  /** Application commands: the name of a choice. */
  static final int CHOICE = 100;

  /** Component reference, Modal and Label. */
  static final int TITLE = 45;

  /** Component reference, Text Input: {@code value}. */
  static final int INPUT = 4000;

  /** Application commands: a string option's {@code max_length}. */
  static final int OPTION = 6000;

  private DiscordLimits() {}
}
