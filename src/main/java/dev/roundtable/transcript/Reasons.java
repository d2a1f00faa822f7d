package dev.roundtable.transcript;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the bot itself gives as the reason for a seat's silence. A record has it in English, as it
 * is the same for all readers; it is found again in there and said in the language of one of them.
 * All else in a record is what somebody else said, and stays as it was said.
 */
final class Reasons {
  private static final Words RECORDED = Words.in(Locale.ENGLISH);

  private static final List<String> OF_CALLS =
      List.of(
          "reason.unknownHost",
          "reason.noConnectionWithin",
          "reason.noConnection",
          "reason.brokeOff",
          "reason.noAnswerWithin",
          "reason.noAnswer",
          "reason.tooLong",
          "reason.notJson",
          "reason.unknownModel",
          "reason.redirect",
          "reason.empty",
          "reason.emptyAnswer");

  // Said of our own settings, before anybody else is asked. Two end alike; the longer comes first.
  private static final List<String> OF_SETTINGS =
      List.of(
          "reason.privateAddress",
          "reason.notSet",
          "reason.noKey",
          "reason.noUrl",
          "reason.noHttps",
          "reason.noAddress",
          "reason.reserved");

  private final Words words;

  Reasons(Words words) {
    this.words = words;
  }

  /** Why a call came to nothing: ours in the reader's language, another's as a quotation. */
  String ofCall(String recorded) {
    return among(OF_CALLS, recorded).orElseGet(() -> quoted(recorded));
  }

  /** Why a call was not made. */
  String ofSettings(String recorded) {
    return among(OF_SETTINGS, recorded).orElse(recorded);
  }

  /** Why a model rests, which is either. */
  String ofEither(String recorded) {
    return among(OF_SETTINGS, recorded).orElseGet(() -> ofCall(recorded));
  }

  String quoted(String said) {
    return words.say("reason.quoted", said);
  }

  private Optional<String> among(List<String> keys, String recorded) {
    return keys.stream()
        .flatMap(key ->
            RECORDED.find(key, recorded).map(found -> words.say(key, found.toArray())).stream())
        .findFirst();
  }
}
