package dev.roundtable.slack;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts the text of a markdown block into pieces of a given length: between lines if it can, else
 * between words. Each piece reads as the whole did: a fence or bold words that were cut are closed
 * and opened again.
 */
final class SlackPieces {
  private static final String FENCE = "```";
  private static final String BOLD = "**";
  // Room for what a cut closes and opens.
  private static final int SEAM = 2 * FENCE.length() + 2;

  private final int most;
  private final List<String> pieces = new ArrayList<>();
  private StringBuilder piece = new StringBuilder();
  private boolean fenced;

  private SlackPieces(int most) {
    this.most = most;
  }

  static List<String> of(String markdown, int most) {
    if (markdown.length() <= most) {
      return List.of(markdown);
    }
    var pieces = new SlackPieces(most);
    for (var line : markdown.split("\n", -1)) {
      pieces.line(line);
    }
    pieces.end();
    return pieces.pieces;
  }

  private void line(String line) {
    if (line.strip().equals(FENCE)) {
      if (piece.length() + line.length() + SEAM > most) {
        turn();
      }
      append(line);
      fenced = !fenced;
      return;
    }
    var rest = line;
    while (piece.length() + rest.length() + SEAM > most) {
      if (!isFresh() && rest.length() + SEAM <= most) {
        turn();
      } else {
        rest = cut(rest);
      }
    }
    append(rest);
  }

  private boolean isFresh() {
    return piece.isEmpty() || piece.toString().equals(FENCE);
  }

  // Puts as many words as fit into the piece, and gives what is left of the line.
  private String cut(String line) {
    int room = most - piece.length() - SEAM;
    if (room < most / 3 && !isFresh()) {
      turn();
      room = most - piece.length() - SEAM;
    }
    int end = fenced ? SlackText.wordEnd(line, room) : outside(line, SlackText.wordEnd(line, room));
    var head = line.substring(0, end).stripTrailing();
    var tail = fenced ? line.substring(end) : line.substring(end).stripLeading();
    boolean bold = !fenced && isOdd(head, BOLD);
    append(bold ? head + BOLD : head);
    turn();
    return bold ? BOLD + tail : tail;
  }

  // Not inside a link or a code span, if something stands before it.
  private static int outside(String line, int end) {
    var head = line.substring(0, end);
    int open = isOdd(head, "`") ? head.lastIndexOf('`') : -1;
    int link = head.lastIndexOf('[');
    boolean escaped = link > 0 && head.charAt(link - 1) == '\\';
    if (link >= 0 && !escaped && head.indexOf(')', link) < 0 && line.indexOf("](", link) >= 0) {
      open = open < 0 ? link : Math.min(open, link);
    }
    return open > 0 ? open : end;
  }

  private static boolean isOdd(String text, String mark) {
    int count = 0;
    for (int at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + mark.length())) {
      boolean escaped = at > 0 && text.charAt(at - 1) == '\\';
      count += escaped ? 0 : 1;
    }
    return count % 2 == 1;
  }

  private void append(String line) {
    if (!piece.isEmpty()) {
      piece.append('\n');
    }
    piece.append(line);
  }

  private void turn() {
    if (fenced) {
      append(FENCE);
    }
    end();
    if (fenced) {
      piece.append(FENCE);
    }
  }

  private void end() {
    var text = piece.toString().strip();
    if (!text.isEmpty() && !text.equals(FENCE + "\n" + FENCE)) {
      pieces.add(text);
    }
    piece = new StringBuilder();
  }
}
