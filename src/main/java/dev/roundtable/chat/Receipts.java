package dev.roundtable.chat;

import dev.roundtable.debate.Debate;
import dev.roundtable.session.Receipt;
import dev.roundtable.transcript.Phrases;
import java.time.Duration;
import java.time.InstantSource;

/** Tells people what became of what they handed in. */
record Receipts(InstantSource clock) {
  Answer answer(Debate debate, Visitor by, Receipt receipt) {
    return switch (receipt) {
      case Receipt.Taken() -> new Answer.Heard(debate.id());
      case Receipt.SeenBefore() -> new Answer.Silence();
      case Receipt.UnknownDebate() -> told(by, "refused.unknownDebate");
      case Receipt.TooLong(var length, var allowed) ->
          told(by, "followUp.tooLong", length, allowed);
      case Receipt.NotPermitted(var reason) -> Answer.Told.sentence(reason);
      case Receipt.HoldsCredential(var kinds) ->
          Answer.Told.sentence(new Phrases(ChatDesk.words(by)).credential(kinds));
      case Receipt.NotStored(var trouble) ->
          told(by, "refused.notTaken", StoreTrouble.say(trouble, ChatDesk.words(by)));
      case Receipt.TooManyFollowUps(var perHour, var again) -> {
        var wait = Duration.between(clock.instant(), again).plusSeconds(30).toMinutes();
        yield told(by, "chat.tooMany", perHour, Math.max(1, wait));
      }
    };
  }

  private static Answer told(Visitor by, String key, Object... arguments) {
    return Answer.Told.sentence(ChatDesk.words(by).say(key, arguments));
  }
}
