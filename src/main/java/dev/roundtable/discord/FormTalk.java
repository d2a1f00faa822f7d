package dev.roundtable.discord;

import dev.roundtable.chat.Answer;
import dev.roundtable.chat.Ask;
import dev.roundtable.chat.Control;
import dev.roundtable.safety.VisibleText;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.MessageContextInteractionEvent;
import net.dv8tion.jda.api.interactions.callbacks.IModalCallback;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;
import org.jspecify.annotations.Nullable;

/**
 * Forms that are shown and come back filled. What leads to a form cannot be acknowledged before, as
 * a form must be the first answer.
 */
final class FormTalk {
  private final Counter counter;
  private final Lanes lanes;

  FormTalk(Counter counter, Lanes lanes) {
    this.counter = counter;
    this.lanes = lanes;
  }

  /** A message that somebody wants the panel to read. */
  void about(MessageContextInteractionEvent event) {
    var target = event.getTarget();
    var author = VisibleText.line(target.getAuthor().getEffectiveName());
    var text = VisibleText.of(target.getContentDisplay());
    ask(event, author + ": " + text);
  }

  /** Somebody wants the form for a question. */
  <E extends IReplyCallback & IModalCallback> void ask(E event, @Nullable String context) {
    lanes.run(() -> {
      var answer =
          counter.answer(
              event,
              scene -> {
                var named = counter.word(scene, Counter.id(event), "new");
                return named instanceof Answer.Form(var prefill, var panels)
                    ? new Answer.Form(prefill.withContext(context), panels)
                    : named;
              });
      show(event, answer);
    });
  }

  /** Somebody wants the form for a follow-up. */
  <E extends IReplyCallback & IModalCallback> void followUp(E event, Control.AskFollowUp follow) {
    lanes.run(() ->
        show(
            event,
            counter.answer(event, scene -> counter.press(scene, Counter.id(event), follow))));
  }

  private static <E extends IReplyCallback & IModalCallback> void show(E event, Answer answer) {
    var words = Speaking.in(event.getUserLocale().getLocale());
    switch (answer) {
      case Answer.Form form -> event.replyModal(Forms.ask(form, words)).queue();
      case Answer.FollowUpForm(var debate) ->
          event.replyModal(Forms.followUp(debate, words)).queue();
      default -> Reply.deferred(event).say(answer);
    }
  }

  void filled(ModalInteractionEvent event) {
    if (event.getModalId().equals(Forms.ASK)) {
      opened(event, Forms.read(event));
      return;
    }
    counter.serve(
        event,
        Reply.deferred(event),
        scene ->
            Control.of(event.getModalId())
                .map(control ->
                    counter.followUp(
                        scene, control.debate(), Counter.id(event), Forms.followUp(event)))
                .orElseGet(() -> Answer.Told.sentence(scene.words().say("discord.unknownButton"))));
  }

  // With a context, what would be sent is shown to the asker alone before anything else.
  private void opened(ModalInteractionEvent event, Ask ask) {
    boolean open = ask.context() == null && counter.stage().mayShow(event);
    var reply = open ? Reply.thinking(event) : Reply.deferred(event);
    counter.serve(event, reply, scene -> counter.ask(scene, Counter.id(event), ask));
  }
}
