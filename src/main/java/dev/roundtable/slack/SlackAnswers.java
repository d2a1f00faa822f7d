package dev.roundtable.slack;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.roundtable.chat.Answer;
import dev.roundtable.chat.Ask;
import dev.roundtable.chat.ChatPorts;
import dev.roundtable.chat.Control;
import dev.roundtable.chat.Visitor;
import dev.roundtable.debate.DebateId;
import dev.roundtable.debate.Venue;
import dev.roundtable.export.MarkdownExport;
import dev.roundtable.transcript.Block;
import dev.roundtable.transcript.Transcript;
import dev.roundtable.transcript.Words;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** The desk's answers as Slack gives them: asides, forms, pages, signs. */
final class SlackAnswers {
  /** The button that sends what stands over the chat as a file. */
  static final String AS_FILE = "rt-file";

  /** The button that takes a draft's aside away. */
  static final String CANCEL = "rt-cancel";

  private static final Duration REMEMBERED = Duration.ofMinutes(10);
  private static final int MOST = 10_000;
  // Slack takes views of up to 250 KB.
  private static final int MOST_OF_VIEW = 200_000;
  private static final String EYES = "eyes";

  private final SlackTeller teller;
  private final Refusals refusals;
  private final SlackThreads threads;
  private final ChatPorts ports;
  private final SlackHome home;
  private final SlackFiles files;
  private final Cache<String, Boolean> heard =
      Caffeine.newBuilder().expireAfterWrite(REMEMBERED).maximumSize(MOST).build();

  SlackAnswers(SlackApi api, Refusals refusals, SlackThreads threads, ChatPorts ports) {
    this.teller = new SlackTeller(api);
    this.refusals = refusals;
    this.threads = threads;
    this.ports = ports;
    this.home = new SlackHome(ports);
    this.files = new SlackFiles(api);
  }

  ObjectNode home(String workspace, String address, Visitor by) {
    var words = Words.in(Locale.forLanguageTag(by.language()));
    return home.page(workspace, address, by, words);
  }

  void clear(Contact contact) {
    teller.clear(contact);
  }

  /** The answer to a press; what is to be read in full opens over the chat. */
  void toPress(Contact contact, Control control, Answer answer) {
    boolean reads = control instanceof Control.ReadFull || control instanceof Control.MinorityView;
    if (!(reads && answer instanceof Answer.Told(var blocks) && opened(contact, control, blocks))) {
      give(contact, answer);
    }
  }

  private boolean opened(Contact contact, Control control, List<Block> blocks) {
    var words = teller.words(contact);
    var title = control instanceof Control.ReadFull ? "slack.full.title" : "slack.button.minority";
    var form = SlackBlocks.list();
    SlackRichText.of(blocks).stream().limit(SlackLimits.VIEW_BLOCKS).forEach(form::add);
    return teller.open(contact, new SlackForms(words).page(words.say(title), form));
  }

  void give(Contact contact, Answer answer) {
    var words = teller.words(contact);
    switch (answer) {
      case Answer.Opened(var debate) -> opened(contact, debate);
      case Answer.Told(var blocks) -> teller.tell(contact, blocks, List.of());
      case Answer.Form(var prefill, _) ->
          form(contact, prefill, new SlackForms.Carried(contact.where(), null, null));
      case Answer.FollowUpForm(var debate) ->
          open(
              contact,
              new SlackForms(words)
                  .followUp(new SlackForms.Carried(contact.where(), null, debate)));
      case Answer.SettingsForm(var where, var chosen, var panels) ->
          open(
              contact,
              new SlackForms(words)
                  .settings(chosen, panels, new SlackForms.Carried(where, null, null)));
      case Answer.Confirm(var blocks, var start) -> confirm(contact, words, blocks, start);
      case Answer.Document(var debate, var transcript) ->
          document(contact, words, debate, transcript);
      case Answer.Heard _ -> teller.react(contact, EYES);
      case Answer.Silence() -> {}
    }
  }

  void form(Contact contact, Ask prefill, SlackForms.Carried carried) {
    var panels = ports.panels().names();
    open(contact, new SlackForms(teller.words(contact)).ask(prefill, panels, carried));
  }

  // Where there is no trigger, as after a mention, or it is too late, words have to do.
  private void open(Contact contact, ObjectNode view) {
    if (!teller.open(contact, view)) {
      teller.tell(contact, teller.words(contact).say("slack.noForm"));
    }
  }

  private void opened(Contact contact, DebateId debate) {
    refusals.tell(debate, reason -> Thread.ofVirtual().start(() -> teller.tell(contact, reason)));
    var channel = contact.where().channel();
    if (contact.where().reach() != Venue.Reach.DIRECT && heard.getIfPresent(channel) == null) {
      boolean hears = threads.hears(channel);
      if (hears) {
        heard.put(channel, true);
      } else {
        teller.tell(contact, teller.words(contact).say("slack.unheard"));
      }
    }
  }

  private void confirm(Contact contact, Words words, List<Block> blocks, Control.StartDraft start) {
    var buttons =
        List.of(
            new SlackButtons(words).of(start),
            SlackBlocks.button(CANCEL, words.say("slack.button.cancel")));
    teller.tell(contact, blocks, buttons);
  }

  private void document(Contact contact, Words words, DebateId debate, Transcript transcript) {
    var form = pages(transcript);
    if (files.mayWrite()) {
      var button = SlackBlocks.button(AS_FILE, words.say("slack.button.file"));
      form.add(SlackBlocks.actions(List.of(button)));
    }
    var carried = new SlackForms.Carried(contact.where(), null, debate);
    var view =
        new SlackForms(words)
            .page(words.say("slack.button.transcript"), form)
            .put("private_metadata", carried.write());
    if (view.toString().length() > MOST_OF_VIEW) {
      file(contact, debate, transcript);
    } else {
      open(contact, view);
    }
  }

  /** A transcript as a file, in the person's own conversation with the bot. */
  void file(Contact contact, DebateId debate, Transcript transcript) {
    var words = teller.words(contact);
    if (!files.mayWrite()) {
      teller.tell(contact, words.say("slack.file.scope"));
      return;
    }
    var content = MarkdownExport.write(transcript).getBytes(StandardCharsets.UTF_8);
    var reply =
        teller
            .conversation(contact.by().person().id())
            .then(channel ->
                files.upload(
                    new SlackFiles.File("debate-" + debate + ".md", content, null, channel)));
    teller.tell(
        contact,
        switch (reply) {
          case SlackReply.Done<String> _ -> words.say("slack.file.sent");
          case SlackReply.No<String>(var error, _) when error.equals("missing_scope") ->
              words.say("slack.file.scope");
          case SlackReply.No<String> no -> words.say("slack.file.failed", SlackErrors.sentence(no));
          case SlackReply.Limited<String> _ ->
              words.say("slack.file.failed", words.say("slack.busy"));
          case SlackReply.Lost<String>(var reason, _) -> words.say("slack.file.failed", reason);
        });
  }

  // A view holds so many blocks, so that of a long debate several sections share one; a button
  // takes one.
  private static ArrayNode pages(Transcript transcript) {
    var sections = transcript.sections();
    int room = SlackLimits.VIEW_BLOCKS - 1;
    int each = (sections.size() + room - 1) / room;
    var pages = SlackBlocks.list();
    for (int from = 0; from < sections.size(); from += each) {
      pages.add(
          SlackRichText.ofSections(sections.subList(from, Math.min(from + each, sections.size()))));
    }
    return pages;
  }
}
