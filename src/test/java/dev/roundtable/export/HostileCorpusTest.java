package dev.roundtable.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.roundtable.Corpus;
import dev.roundtable.debate.Ballot;
import dev.roundtable.debate.BallotPaper;
import dev.roundtable.debate.Brief;
import dev.roundtable.debate.Cause;
import dev.roundtable.debate.Debate;
import dev.roundtable.debate.Panel;
import dev.roundtable.debate.Person;
import dev.roundtable.debate.Provenance;
import dev.roundtable.debate.Question;
import dev.roundtable.debate.Rules;
import dev.roundtable.debate.Seat;
import dev.roundtable.debate.SeatId;
import dev.roundtable.safety.Redaction;
import dev.roundtable.safety.VisibleText;
import dev.roundtable.session.Panelist;
import dev.roundtable.session.Table;
import dev.roundtable.terminal.Screen;
import dev.roundtable.transcript.Block;
import dev.roundtable.transcript.Section;
import dev.roundtable.transcript.Span;
import dev.roundtable.transcript.Transcript;
import dev.roundtable.transcript.Transcripts;
import dev.roundtable.transcript.Words;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The whole corpus in every field that people and models fill in, through each sink. */
@Timeout(300)
class HostileCorpusTest {
  private static final Words WORDS = Words.in(Locale.ENGLISH);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern TAG = Pattern.compile("<[/!?]?([A-Za-z][^\\s/>]*)([^>]*)>");
  private static final Pattern ATTRIBUTE = Pattern.compile("([\\w:-]+)\\s*=\\s*\"([^\"]*)\"");
  private static final Pattern STEERS = Pattern.compile("\u001b\\[[0-9;]*m");
  private static final Set<String> OF_MARKDOWN =
      Set.of(
          "p",
          "em",
          "strong",
          "code",
          "pre",
          "ul",
          "ol",
          "li",
          "blockquote",
          "a",
          "br",
          "span",
          "h3",
          "h4",
          "h5",
          "h6",
          "hr",
          "table",
          "thead",
          "tbody",
          "tr",
          "th",
          "td",
          "wbr");

  private static List<Debate> debates = List.of();
  private static Debate plain;

  @BeforeAll
  static void play() throws Exception {
    plain = debate("plain words");
    var played = new ArrayList<Debate>();
    for (var hostile : Corpus.hostile()) {
      played.add(debate(hostile));
    }
    debates = played;
  }

  private static Debate debate(String words) throws Exception {
    var options = List.of(label("first", asked(words)), label("second", asked(words)));
    var ids = BallotPaper.of(options).options();
    var seats = new ArrayList<Seat>();
    Map<SeatId, Panelist> sitting = new LinkedHashMap<>();
    for (int i = 0; i < 3; i++) {
      var seat = new Seat("s" + i, "seat " + words);
      var option = ids.get(i / 2).id();
      seats.add(seat);
      sitting.put(
          seat.id(), brief -> reply(new Ballot.Vote(brief.seat(), option, words, 0.5, null)));
    }
    seats.add(new Seat("s3", "absent " + words));
    sitting.put(new SeatId("s3"), brief -> fails(brief, words));
    var table =
        new Table(new Panel("panel " + words, seats, false, false), sitting, Optional.empty());
    var question = new Question("Question " + asked(words), options, null);
    var request = Play.asks(table, question, Rules.DEFAULT, new Person("u1", words));
    return Play.of("corpus", table, new StillTimer(), request, List.of("point " + asked(words)));
  }

  // An address with a password is refused where people ask.
  private static String asked(String words) {
    return Redaction.find(words).isEmpty() ? words : "withheld";
  }

  private static String label(String first, String words) {
    var label = first + " " + words;
    return new String(label.codePoints().limit(80).toArray(), 0, Math.min(80, points(label)));
  }

  private static int points(String text) {
    return text.codePointCount(0, text.length());
  }

  private static Panelist.Reply fails(Brief brief, String words) {
    return reply(new Ballot.Abstention(brief.seat(), new Cause.ProviderError(words)));
  }

  private static Panelist.Reply reply(Ballot ballot) {
    return new Panelist.Reply(ballot, Provenance.CODE);
  }

  private static void inert(String text) {
    assertThat(VisibleText.of(text)).isEqualTo(text);
  }

  @Test
  void theCorpusIsLarge() {
    assertThat(Corpus.hostile()).hasSizeGreaterThanOrEqualTo(300).doesNotHaveDuplicates();
    System.out.printf("corpus: %d hostile strings%n", debates.size());
  }

  @Test
  void textShowsAllAndObeysNothing() {
    for (var debate : debates) {
      inert(new TextExport(80, Ink.NONE).write(Transcripts.of(debate, WORDS)));
    }
  }

  @Test
  void aTerminalIsSteeredByTheBotAlone() {
    var nowhere = new PrintStream(OutputStream.nullOutputStream());
    var ink = new Screen(nowhere, nowhere, 80, true, true).ink();
    for (var debate : debates) {
      var written = new TextExport(80, ink).write(Transcripts.of(debate, WORDS));
      inert(STEERS.matcher(written).replaceAll(""));
    }
  }

  @Test
  void markdownHasNoImageNoHtmlAndNoOtherLinksThanToTheWeb() {
    for (var debate : debates) {
      var markdown = MarkdownExport.write(Transcripts.of(debate, WORDS));
      inert(markdown);
      var active = new ArrayList<String>();
      Parser.builder().build().parse(markdown).accept(new Active(active));
      assertThat(active).as(debate.question().text()).isEmpty();
    }
  }

  // Tables are pasted into sheets, which take a cell that begins so for a formula.
  @Test
  void noLineOrCellOfMarkdownBeginsAFormula() {
    var cell = Pattern.compile("(?<!\\\\)\\| (?:\\*\\*)?[=+@-]");
    for (var sign : List.of("=1+1", "+1", "-1", "@SUM(1)", "=HYPERLINK(\"https://a.example\")")) {
      var lines = List.of(new Block.CountLine('A', sign, 1, 1, "", true));
      var blocks = List.of(Block.paragraph(sign), new Block.Counts(lines));
      var section = new Section("k", Section.Weight.BODY, List.of(Span.plain("Votes")), blocks);
      var markdown = MarkdownExport.write(new Transcript(List.of(section)));
      assertThat(markdown).doesNotContainPattern("(?m)^[=+@]").doesNotContainPattern(cell);
    }
    for (var debate : debates) {
      assertThat(MarkdownExport.write(Transcripts.of(debate, WORDS))).doesNotContainPattern(cell);
    }
  }

  @Test
  void jsonHidesNothingAndReadsBack() throws Exception {
    for (var debate : debates) {
      var json = JsonExport.write(debate, WORDS);
      assertThat(json.codePoints()).noneMatch(HostileCorpusTest::steers);
      assertThat(JSON.readTree(json).at("/question").asText()).isEqualTo(debate.question().text());
    }
  }

  // What is data keeps its letters, be they none that print.
  private static boolean steers(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL -> point != '\n';
      case Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      default -> false;
    };
  }

  @Test
  void htmlHasNoTagAttributeOrAddressOfAnybodyElse() {
    var known = new TreeSet<>(OF_MARKDOWN);
    // What keeps text apart that runs the other way.
    known.add("bdi");
    tags(HtmlExport.write(plain, WORDS), known, new ArrayList<>());
    for (var debate : debates) {
      var html = HtmlExport.write(debate, WORDS);
      inert(html);
      var tags = new TreeSet<String>();
      var addresses = new ArrayList<String>();
      tags(html, tags, addresses);
      assertThat(tags).as(debate.question().text()).isSubsetOf(known);
      assertThat(addresses).allMatch(address -> address.matches("(?:https?://|#)[!-~]*"));
    }
  }

  private static void tags(String html, Set<String> names, List<String> addresses) {
    var tags = TAG.matcher(html);
    while (tags.find()) {
      names.add(tags.group(1).toLowerCase(Locale.ROOT));
      var attributes = ATTRIBUTE.matcher(tags.group(2));
      while (attributes.find()) {
        var name = attributes.group(1).toLowerCase(Locale.ROOT);
        assertThat(name).doesNotStartWith("on");
        if (Set.of("href", "src", "action").contains(name)) {
          addresses.add(attributes.group(2));
        }
      }
    }
  }

  /** What a reader would load, follow or run. */
  private static final class Active extends AbstractVisitor {
    private final List<String> found;

    Active(List<String> found) {
      this.found = found;
    }

    @Override
    public void visit(Link link) {
      if (!link.getDestination().matches("https?://[!-~]+")) {
        found.add(link.getDestination());
      }
    }

    @Override
    public void visit(Image image) {
      found.add(image.getDestination());
    }

    @Override
    public void visit(HtmlInline html) {
      found.add(html.getLiteral());
    }

    @Override
    public void visit(HtmlBlock html) {
      found.add(html.getLiteral());
    }
  }
}
