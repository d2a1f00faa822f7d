package dev.roundtable.cli;

import dev.roundtable.chat.StoreTrouble;
import dev.roundtable.debate.Question;
import dev.roundtable.debate.Rules;
import dev.roundtable.debate.Ruling;
import dev.roundtable.debate.Verdict;
import dev.roundtable.session.Admission;
import dev.roundtable.session.Receipt;
import dev.roundtable.terminal.Console;
import dev.roundtable.terminal.Conversation;
import dev.roundtable.transcript.Phrases;
import java.util.List;

/** Takes a conversation from its question to its last follow-up, and prints what comes of it. */
final class Dialogue {
  private final Console console;
  private final Phrases phrases;
  private final Conversation conversation;
  private final DebatePage page;
  private boolean written = true;

  Dialogue(Console console, Phrases phrases, Conversation conversation, DebatePage page) {
    this.console = console;
    this.phrases = phrases;
    this.conversation = conversation;
    this.page = page;
  }

  /** The exit code. What stands is printed even if a follow-up is refused. */
  int run(Question question, Rules rules, List<String> followUps)
      throws BadInputException, InterruptedException {
    try (var _ = new StopOnSignal(conversation::stop)) {
      admit(conversation.open(question, rules));
      try {
        for (var text : followUps) {
          followUp(text);
        }
      } finally {
        print();
      }
      if (page.isText() && followUps.isEmpty()) {
        askOn();
      }
    }
    if (!written) {
      console.screen().live().println(phrases.words().say("output.failed"));
      return ExitCode.FAILED;
    }
    return exitCode();
  }

  private void print() {
    written &= page.print(conversation.debate());
  }

  private void askOn() throws InterruptedException {
    var prompt = console.prompt(phrases.words());
    while (prompt.isPresent() && !conversation.stopped()) {
      var text = prompt.get().ask();
      if (text.isEmpty()) {
        return;
      }
      try {
        followUp(text.get());
        print();
      } catch (BadInputException e) {
        console.screen().live().println(e.getMessage());
      }
    }
  }

  private void followUp(String text) throws BadInputException, InterruptedException {
    if (!conversation.stopped()) {
      taken(conversation.followUp(text));
    }
  }

  private void taken(Receipt receipt) throws BadInputException {
    var words = phrases.words();
    switch (receipt) {
      case Receipt.Taken() -> {}
      case Receipt.SeenBefore() -> throw new BadInputException(words.say("refused.seenBefore"));
      case Receipt.UnknownDebate() ->
          throw new BadInputException(words.say("refused.unknownDebate"));
      case Receipt.NotStored(var trouble) ->
          throw new BadInputException(
              words.say("refused.notTaken", StoreTrouble.say(trouble, words)));
      case Receipt.NotPermitted(var reason) -> throw new BadInputException(reason);
      case Receipt.HoldsCredential(var kinds) ->
          throw new BadInputException(phrases.credential(kinds));
      case Receipt.TooLong(var length, var allowed) ->
          throw new BadInputException(words.say("followUp.tooLong", length, allowed));
      case Receipt.TooManyFollowUps(var perHour, var again) ->
          throw new BadInputException(words.say("refused.tooMany", perHour, again));
    }
  }

  private void admit(Admission admission) throws BadInputException {
    var words = phrases.words();
    switch (admission) {
      case Admission.Opened _ -> {}
      case Admission.SeenBefore() -> throw new BadInputException(words.say("refused.seenBefore"));
      case Admission.Invalid(var problem) -> throw new BadInputException(phrases.problem(problem));
      case Admission.UnknownPanel(var name, var known) ->
          throw new BadInputException(
              words.say("refused.unknownPanel", name, String.join(", ", known)));
      case Admission.NotPermitted(var reason) -> throw new BadInputException(reason);
      case Admission.NotStored(var trouble) ->
          throw new BadInputException(
              words.say("refused.notStored", StoreTrouble.say(trouble, words)));
    }
  }

  private int exitCode() {
    var verdict = conversation.debate().lastRuling().map(Ruling::verdict);
    return verdict.isPresent() && verdict.get() instanceof Verdict.NoQuorum
        ? ExitCode.NO_QUORUM
        : ExitCode.OK;
  }
}
