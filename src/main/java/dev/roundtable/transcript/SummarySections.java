package dev.roundtable.transcript;

import dev.roundtable.debate.BallotPaper;
import dev.roundtable.debate.Contradiction;
import dev.roundtable.debate.Debate;
import dev.roundtable.debate.DebateEvent;
import dev.roundtable.debate.OptionId;
import dev.roundtable.debate.Ruling;
import dev.roundtable.debate.SummaryOrigin;
import dev.roundtable.debate.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was written about a verdict, by the chair or by rule. */
final class SummarySections {
  private final Debate debate;
  private final Ruling ruling;
  private final DebateEvent.SummaryWritten written;
  private final Phrases phrases;
  private final Words words;
  private final BallotPaper paper;

  SummarySections(
      Debate debate, Ruling ruling, DebateEvent.SummaryWritten written, Phrases phrases) {
    this.debate = debate;
    this.ruling = ruling;
    this.written = written;
    this.phrases = phrases;
    this.words = phrases.words();
    this.paper = debate.paper();
  }

  List<Section> all() {
    var sections = new ArrayList<Section>();
    sections.add(summary());
    sections.add(section("agreement", List.of(Block.paragraph(agreement()))));
    crux().ifPresent(sections::add);
    var summary = written.summary();
    points("strongest", summary.strongest()).ifPresent(sections::add);
    points("counterpoints", summary.counterpoints()).ifPresent(sections::add);
    var wouldChange = summary.wouldChange();
    if (wouldChange != null && !wouldChange.isBlank()) {
      var key = ruling.verdict() instanceof Verdict.Tied ? "wouldSettle" : "wouldChange";
      sections.add(section(key, Markdown.blocks(wouldChange)));
    }
    return sections;
  }

  private Section summary() {
    var blocks = new ArrayList<Block>();
    var text = written.summary().text();
    var said = SummaryText.of(debate, ruling, phrases);
    boolean byChair = text != null && !text.isBlank();
    blocks.addAll(byChair ? Markdown.blocks(said) : List.of(Block.paragraph(said)));
    origin().ifPresent(why -> blocks.add(Block.paragraph(words.say("summary.template", why))));
    return section("summary", blocks);
  }

  private Optional<String> origin() {
    return switch (written.origin()) {
      case SummaryOrigin.ByChair() -> Optional.empty();
      case SummaryOrigin.ChairNotAsked() -> Optional.of(words.say("summary.template.notAsked"));
      case SummaryOrigin.ChairDidNotAnswer(var cause) ->
          Optional.of(words.say("summary.template.noAnswer", phrases.cause(cause)));
      case SummaryOrigin.ChairContradictedCount(Contradiction.OtherCounts()) ->
          Optional.of(words.say("summary.template.counts"));
      case SummaryOrigin.ChairContradictedCount(Contradiction.OtherWinner()),
          SummaryOrigin.ChairContradictedCount(Contradiction.TextNamesWinner _) ->
          Optional.of(words.say("summary.template.winner"));
      case SummaryOrigin.AnswerHiddenSince() -> Optional.of(words.say("summary.template.hidden"));
    };
  }

  private String agreement() {
    var tally = ruling.verdict().count().tally();
    return switch (ruling.verdict()) {
      case Verdict.Won won -> {
        int agree = tally.line(won.winner()).votes();
        var label = phrases.label(paper, won.winner());
        yield agree == tally.votes()
            ? words.say("agreement.all", agree, label)
            : words.say("agreement.some", agree, tally.votes(), label, tally.votes() - agree);
      }
      case Verdict.Tied _ ->
          words.say("agreement.tied", tally.votes(), phrases.counts(tally, paper));
      case Verdict.NoQuorum _ -> words.say("agreement.none");
    };
  }

  private Optional<Section> crux() {
    if (!(ruling.verdict() instanceof Verdict.Tied(_, var crux, _)) || crux.isEmpty()) {
      return Optional.empty();
    }
    var items =
        crux.stream()
            .map(point -> Block.item(point(point.option(), Markdown.line(point.text()))))
            .toList();
    var settle = written.summary().wouldChange();
    var blocks = new ArrayList<Block>(List.of(new Block.ItemList(false, items)));
    if (settle == null || settle.isBlank()) {
      blocks.add(Block.paragraph(words.say("crux.settle")));
    }
    return Optional.of(section("crux", blocks));
  }

  private Optional<Section> points(String what, Map<OptionId, String> texts) {
    var items =
        texts.entrySet().stream()
            .filter(entry -> paper.find(entry.getKey()).isPresent())
            .map(entry -> Block.item(point(entry.getKey(), Markdown.line(entry.getValue()))))
            .toList();
    return items.isEmpty()
        ? Optional.empty()
        : Optional.of(section(what, List.of(new Block.ItemList(false, items))));
  }

  private List<Span> point(OptionId option, String text) {
    var label = words.say("strongest.option", phrases.label(paper, option));
    return List.of(Span.strong(label), Span.plain(" " + text));
  }

  private Section section(String what, List<Block> blocks) {
    var key = "verdict-" + ruling.number() + "/" + what;
    return new Section(key, Section.Weight.BODY, List.of(Span.plain(words.say(what))), blocks);
  }
}
