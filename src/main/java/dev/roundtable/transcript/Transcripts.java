package dev.roundtable.transcript;

import dev.roundtable.debate.Debate;
import dev.roundtable.debate.DebateEvent;
import dev.roundtable.debate.Ruling;
import dev.roundtable.safety.VisibleText;
import java.util.ArrayList;
import java.util.List;

/** Writes a debate down as a document, finished or not. */
public final class Transcripts {
  private final Debate debate;
  private final Phrases phrases;
  private final Words words;
  private final List<Section> sections = new ArrayList<>();

  private Transcripts(Debate debate, Words words) {
    this.debate = debate;
    this.words = words;
    this.phrases = new Phrases(words);
  }

  /** The same debate gives the same transcript. */
  public static Transcript of(Debate debate, Words words) {
    return new Transcripts(debate, words).write();
  }

  /** What somebody wrote in Markdown, made inert. */
  public static List<Block> markdown(String text) {
    return Markdown.blocks(text);
  }

  private Transcript write() {
    if (debate.panel().scripted()) {
      add(
          "notice",
          Section.Weight.BODY,
          List.of(),
          List.of(Block.paragraph(words.say("scripted"))));
    }
    question();
    for (var ruling : debate.rulings()) {
      sitting(ruling);
    }
    unfinished();
    return new Transcript(sections);
  }

  private void question() {
    var blocks = new ArrayList<Block>();
    blocks.add(Block.paragraph(VisibleText.of(debate.question().text())));
    var form = debate.form();
    if (form != null) {
      blocks.add(Block.paragraph(phrases.form(form)));
    }
    add("question", Section.Weight.LEAD, heading("question"), blocks);
  }

  private void sitting(Ruling ruling) {
    followUps(ruling);
    var verdict = new VerdictSections(debate, ruling, phrases);
    sections.add(verdict.verdict());
    var rounds = new RoundSections(debate, phrases);
    for (int number = ruling.firstRound(); number <= ruling.lastRound(); number++) {
      sections.addAll(rounds.of(debate.rounds().get(number - 1)));
    }
    sections.addAll(verdict.after());
  }

  private void followUps(Ruling ruling) {
    for (int i = 0; i < ruling.followUps().size(); i++) {
      var asked = debate.followUp(ruling.followUps().get(i)).orElseThrow();
      followUp("follow-up-" + ruling.number() + "-" + (i + 1), asked);
    }
  }

  private void followUp(String key, DebateEvent.FollowUpAsked asked) {
    var name = VisibleText.line(asked.person().name());
    if (debate.withdrawn().contains(asked.message())) {
      var gone = Block.paragraph(words.say("followUp.withdrawn", name));
      add(key, Section.Weight.BODY, List.of(), List.of(gone));
    } else if (asked.text().isBlank()) {
      var again = Block.paragraph(words.say("followUp.again", name));
      add(key, Section.Weight.BODY, List.of(), List.of(again));
    } else {
      var said = Block.paragraph(VisibleText.of(asked.text()));
      var heading = List.of(Span.plain(words.say("followUp", name)));
      add(key, Section.Weight.BODY, heading, List.of(said));
    }
  }

  // Rounds that no verdict covers yet.
  private void unfinished() {
    int covered = debate.lastRuling().map(Ruling::lastRound).orElse(0);
    var rounds = new RoundSections(debate, phrases);
    for (var round : debate.rounds().subList(covered, debate.rounds().size())) {
      for (var message : round.opened().followUps()) {
        var asked = debate.followUp(message).orElseThrow();
        followUp("follow-up-" + message, asked);
      }
      sections.addAll(rounds.of(round));
    }
  }

  private List<Span> heading(String key) {
    return List.of(Span.plain(words.say(key)));
  }

  private void add(String key, Section.Weight weight, List<Span> heading, List<Block> blocks) {
    sections.add(new Section(key, weight, heading, blocks));
  }
}
