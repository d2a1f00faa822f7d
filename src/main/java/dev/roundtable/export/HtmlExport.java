package dev.roundtable.export;

import dev.roundtable.debate.Debate;
import dev.roundtable.debate.Ruling;
import dev.roundtable.safety.VisibleText;
import dev.roundtable.transcript.Block;
import dev.roundtable.transcript.CountLines;
import dev.roundtable.transcript.Headlines;
import dev.roundtable.transcript.Phrases;
import dev.roundtable.transcript.Section;
import dev.roundtable.transcript.Transcript;
import dev.roundtable.transcript.Transcripts;
import dev.roundtable.transcript.Words;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A debate as a page. */
public final class HtmlExport {
  /**
   * A piece of the page that can change by itself.
   *
   * @param id of its element, the same whenever the debate is written down
   */
  public record Part(String id, Html html) {}

  private static final Set<String> AFTER_ROUNDS = Set.of("absent", "team", "sources", "record");
  private static final Set<String> HALF = Set.of("strongest", "counterpoints");
  private static final int MAX_TITLE = 70;

  private final Debate debate;
  private final Words words;
  private final @Nullable LocalDate asked;
  private final Phrases phrases;
  private final Transcript transcript;
  private final HtmlBlocks blocks;
  private final AnswerCards answers;

  private HtmlExport(Debate debate, Words words, @Nullable LocalDate asked) {
    this.debate = debate;
    this.words = words;
    this.asked = asked;
    this.phrases = new Phrases(words);
    this.transcript = Transcripts.of(debate, words);
    this.blocks = new HtmlBlocks(words);
    this.answers = new AnswerCards(debate, phrases, blocks);
  }

  /** A whole file that needs nothing beside it. */
  public static String write(Debate debate, Words words) {
    var page = new HtmlPage(title(debate), description(debate, words), words);
    return page.alone(main(debate, words, null)).document();
  }

  /**
   * The part of a page that is about the debate.
   *
   * @param asked the day on which it was, if that is known
   */
  public static Html main(Debate debate, Words words, @Nullable LocalDate asked) {
    var main = Tag.of("main").with("id", "main").classed("debate");
    parts(debate, words, asked).forEach(part -> main.add(part.html()));
    return main;
  }

  /** The children of {@link #main} in their order. */
  public static List<Part> parts(Debate debate, Words words, @Nullable LocalDate asked) {
    return new HtmlExport(debate, words, asked).all();
  }

  /** The question, short enough for a title. */
  public static String title(Debate debate) {
    var question = VisibleText.line(debate.question().text());
    int characters = question.codePointCount(0, question.length());
    return characters <= MAX_TITLE
        ? question
        : question.substring(0, question.offsetByCodePoints(0, MAX_TITLE - 1)).strip() + "…";
  }

  /** How it came out, or how it stands; of a scripted debate first that it is one. */
  public static String description(Debate debate, Words words) {
    var outcome = outcome(debate, words);
    return debate.panel().scripted() ? words.say("scripted") + " " + outcome : outcome;
  }

  /** How it came out, or how it stands, to be shown where the rest is said beside it. */
  public static String outcome(Debate debate, Words words) {
    var phrases = new Phrases(words);
    return debate
        .lastRuling()
        .map(ruling -> Headlines.of(debate, ruling, phrases))
        .orElseGet(() -> Status.of(debate, phrases));
  }

  private List<Part> all() {
    var parts = new ArrayList<Part>();
    transcript.find("notice").ifPresent(notice -> parts.add(section(notice, "notice", false)));
    parts.add(new Part("top", top()));
    var grid = new VoteTable(debate, phrases);
    if (!grid.isEmpty()) {
      parts.add(new Part("votes", grid.section()));
    }
    for (var section : inReadingOrder()) {
      parts.add(part(section));
    }
    return parts;
  }

  // A reader wants what came of it before who said what.
  private List<Section> inReadingOrder() {
    var ordered = new ArrayList<Section>();
    var rounds = new ArrayList<Section>();
    for (var section : transcript.sections()) {
      var key = section.key();
      if (key.startsWith("round-")) {
        rounds.add(section);
        continue;
      }
      boolean after = AFTER_ROUNDS.contains(key.substring(key.indexOf('/') + 1));
      if (after || !key.contains("/")) {
        ordered.addAll(rounds);
        rounds.clear();
      }
      if (!key.equals("notice") && !key.equals("question") && !isTold(key)) {
        ordered.add(section);
      }
    }
    ordered.addAll(rounds);
    return ordered;
  }

  // The only verdict stands at the top already.
  private boolean isTold(String key) {
    return debate.rulings().size() == 1 && key.equals("verdict-1");
  }

  private Part part(Section section) {
    var key = section.key();
    if (key.startsWith("round-") && key.contains("/")) {
      return new Part(id(key), answers.card(section).with("id", id(key)));
    }
    var what = key.substring(key.indexOf('/') + 1).replaceAll("[^a-zA-Z].*", "");
    return section(section, what, HALF.contains(what));
  }

  private Part section(Section section, String what, boolean half) {
    var element = Tag.of("section").with("id", id(section.key()));
    element.classed("part " + what + (half && hasBoth(section.key()) ? " half" : ""));
    if (!section.heading().isEmpty()) {
      var level = section.weight() == Section.Weight.DETAIL ? "h3" : "h2";
      element.add(blocks.line(level, section.heading()));
    }
    return new Part(id(section.key()), element.add(blocks.of(section.blocks())));
  }

  private boolean hasBoth(String key) {
    var verdict = key.substring(0, key.indexOf('/') + 1);
    return HALF.stream().allMatch(what -> transcript.find(verdict + what).isPresent());
  }

  private static String id(String key) {
    return key.replace('/', '.');
  }

  private Html top() {
    var question = transcript.find("question").orElseThrow();
    var top = Tag.of("header").with("id", "top").classed("part top");
    top.add(Direction.of("p", about()).classed("about"));
    top.add(
        Direction.of("h1", VisibleText.of(debate.question().text()))
            .classed(debate.question().text().length() > 160 ? "long" : "short"));
    top.add(blocks.of(question.blocks().subList(1, question.blocks().size())));
    debate
        .lastRuling()
        .ifPresentOrElse(ruling -> top.add(outcome(ruling)), () -> top.add(ballot()));
    if (!debate.settled() || Status.isToAnswer(debate)) {
      top.add(status());
    }
    return top;
  }

  private String about() {
    var asker = VisibleText.line(debate.opened().asker().name());
    var panel = VisibleText.line(debate.panel().name());
    int seats = debate.panel().seats().size();
    if (asked == null) {
      return words.say("page.about", asker, panel, seats);
    }
    var day =
        DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
            .withLocale(Locale.forLanguageTag(words.language()))
            .format(asked);
    return words.say("page.about.on", asker, panel, seats, day);
  }

  private Html status() {
    return Tag.of("p", Tag.of("span").classed("pulse").with("aria-hidden", "true"))
        .add(Tag.of("span", Direction.within(Status.of(debate, phrases))))
        .classed("status");
  }

  private Html outcome(Ruling ruling) {
    var section = transcript.find("verdict-" + ruling.number()).orElseThrow();
    boolean first = ruling.number() == 1;
    return Tag.of(
            "div",
            Tag.of("p", words.say(first ? "page.verdict" : "page.verdict.latest"))
                .classed("eyebrow"),
            blocks.line("h2", section.heading()),
            blocks.of(section.blocks()),
            first ? Html.text("") : jump(ruling))
        .classed("outcome");
  }

  // What was said about it stands where it was said, after all that came before.
  private Html jump(Ruling ruling) {
    var place = "#" + id("verdict-" + ruling.number());
    return Tag.of("p", Tag.link(place, Html.text(words.say("page.verdict.jump")))).classed("jump");
  }

  // Before there is a verdict: what can be voted for and how it stands.
  private Html ballot() {
    if (debate.paper().isEmpty()) {
      return Html.text("");
    }
    var lines = CountLines.of(debate, debate.tally(), phrases);
    return blocks.of(List.of(new Block.Counts(lines)));
  }
}
