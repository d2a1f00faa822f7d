package dev.roundtable.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.roundtable.debate.Ballot;
import dev.roundtable.debate.BallotForm;
import dev.roundtable.debate.Brief;
import dev.roundtable.debate.Cause;
import dev.roundtable.debate.ChairReply;
import dev.roundtable.debate.ChairTask;
import dev.roundtable.debate.Cost;
import dev.roundtable.debate.Debate;
import dev.roundtable.debate.Given;
import dev.roundtable.debate.OptionId;
import dev.roundtable.debate.Panel;
import dev.roundtable.debate.Person;
import dev.roundtable.debate.Provenance;
import dev.roundtable.debate.Question;
import dev.roundtable.debate.Rules;
import dev.roundtable.debate.Seat;
import dev.roundtable.debate.SeatId;
import dev.roundtable.debate.Source;
import dev.roundtable.debate.Summary;
import dev.roundtable.debate.SummaryOrigin;
import dev.roundtable.debate.Tally;
import dev.roundtable.debate.Weight;
import dev.roundtable.session.Chair;
import dev.roundtable.session.Panelist;
import dev.roundtable.session.Table;
import dev.roundtable.transcript.Transcripts;
import dev.roundtable.transcript.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Hostile words in every field of a debate, through everything that hands it out. */
@Timeout(60)
class HostileDebateTest {
  private static final Words WORDS = Words.in(Locale.ENGLISH);
  private static final ObjectMapper JSON = new ObjectMapper();

  enum Hostile {
    BIDI("\u202egnp.exe\u202c \u2066x\u2069\u200f\u061c"),
    ZERO_WIDTH("a\u200bb\u200dc\u2060d\ufefff\u00adg\u180eh"),
    TAGS("x\udb40\udc01\udb40\udc56\udb40\udc6f\udb40\udc74\udb40\udc7fy"),
    ANSI("\u001b[2J\u001b]0;t\u0007\u009b31m\b\u0000"),
    HTML("<script>alert(1)</script><img src=x onerror=y><!-- z -->"),
    LINKS("[a](javascript:alert(1)) ![b](https://evil.example/t.png)"),
    REFERENCES("[a][b] ![c]\n\n[b]: https://evil.example/b\n[c]: data:x"),
    AUTOLINKS("<https://evil.example/auto> <a@evil.example>"),
    ENTITIES("&#x202e;gpj &lt;b&gt; &#27;[2J &rlm; &#8203;"),
    ADDRESS("[a](https://evil.example/&#38;#x202e;gpj?x=&amp;#27;)"),
    MENTIONS("<!here> <!channel> <@U1> @everyone @here <@&1>"),
    FORMULA("=HYPERLINK(\"https://evil.example\") +1 @SUM(A1)"),
    LINES("one\n# two\r\n> three\u2028four\u2029five\u0085six\n\n---\n```"),
    TABLE("| a | b |\n|---|---|\n~~~ `c ``d \\"),
    BROKEN("\ud83d x \udc00");

    private final String words;

    Hostile(String words) {
      this.words = words;
    }

    String in(String field) {
      return field + " " + words;
    }

    String whole(String field) {
      return HostileDebateTest.whole(in(field));
    }
  }

  private record Stage(Hostile hostile) {
    Debate vote() throws Exception {
      var options = List.of(hostile.in("first"), hostile.in("second"));
      return play(new Question(hostile.in("question"), options, null));
    }

    Debate open() throws Exception {
      return play(new Question("How " + hostile.in("question") + "?", List.of(), null));
    }

    private Debate play(Question question) throws Exception {
      var seats =
          IntStream.rangeClosed(1, 4)
              .mapToObj(i -> new Seat(Given.seat(i), hostile.in("seat" + i), Weight.of(i)))
              .toList();
      var panelists = new LinkedHashMap<SeatId, Panelist>();
      panelists.put(Given.seat(1), brief -> says(brief, 0));
      panelists.put(Given.seat(2), brief -> says(brief, 1));
      panelists.put(Given.seat(3), brief -> says(brief, brief.round() == 1 ? 0 : 1));
      panelists.put(Given.seat(4), this::fails);
      var panel = new Panel(hostile.in("panel"), seats, true, false);
      var table = new Table(panel, panelists, Optional.of(chair()));
      var anna = new Person("u1", hostile.in("Anna"));
      var request = Play.asks(table, question, Rules.DEFAULT, anna);
      var followUps = List.of(hostile.in("point"));
      return Play.of("hostile", table, new StillTimer(), request, followUps);
    }

    private Panelist.Reply says(Brief brief, int option) {
      var reasons = hostile.in("reasons" + brief.seat());
      if (brief.open()) {
        var statement = hostile.in("statement" + option);
        return reply(new Ballot.Position(brief.seat(), statement, reasons, 0.5));
      }
      var ids = brief.options().stream().map(o -> o.id()).sorted(this::byId).toList();
      var because = brief.arguments().isEmpty() ? null : brief.arguments().getFirst().id();
      return reply(new Ballot.Vote(brief.seat(), ids.get(option), reasons, 0.5, because));
    }

    private int byId(OptionId one, OptionId other) {
      return one.value().compareTo(other.value());
    }

    private Panelist.Reply fails(Brief brief) {
      Cause cause =
          switch (brief.round()) {
            case 1 -> new Cause.Refused(hostile.in("refused"));
            case 2 -> new Cause.ProviderError(hostile.in("error"));
            default -> new Cause.Filtered(hostile.in("filtered"));
          };
      return reply(new Ballot.Abstention(brief.seat(), cause));
    }

    private Panelist.Reply reply(Ballot ballot) {
      var sources =
          List.of(
              new Source(hostile.in("title"), "https://example.org/&#x202e;gpj?a=1&b=2"),
              new Source(hostile.in("title"), hostile.in("https://evil.example/")),
              new Source("", hostile.in("javascript:")));
      var model = hostile.in("model");
      return new Panelist.Reply(ballot, new Provenance(model, null, Cost.NOTHING, sources));
    }

    private Chair chair() {
      return task ->
          new Chair.Answer(
              switch (task) {
                case ChairTask.ChooseForm _ -> new ChairReply.FormChoice(BallotForm.OPEN);
                case ChairTask.GroupPositions(_, var positions) -> grouping(positions);
                case ChairTask.Summarise summarise -> draft(summarise);
              },
              Provenance.CODE);
    }

    private ChairReply grouping(List<Ballot.Position> positions) {
      return new ChairReply.Grouping(
          positions.stream()
              .collect(
                  Collectors.groupingBy(
                      Ballot.Position::statement,
                      LinkedHashMap::new,
                      Collectors.mapping(Ballot.Position::seat, Collectors.toSet())))
              .entrySet()
              .stream()
              .map(group -> new ChairReply.Group(group.getKey(), group.getValue()))
              .toList());
    }

    private ChairReply draft(ChairTask.Summarise task) {
      var tally = task.verdict().count().tally();
      var votes =
          tally.lines().stream().collect(Collectors.toMap(Tally.Line::option, Tally.Line::votes));
      Map<OptionId, String> points = new LinkedHashMap<>();
      votes.keySet().forEach(option -> points.put(option, hostile.in("point")));
      var summary = new Summary(hostile.in("summary"), points, points, hostile.in("would change"));
      return new ChairReply.SummaryDraft(tally.leaders(), votes, summary);
    }
  }

  private static Stream<Debate> debates(Hostile hostile) throws Exception {
    var stage = new Stage(hostile);
    return Stream.of(stage.vote(), stage.open());
  }

  @ParameterizedTest
  @EnumSource
  void everyFieldIsReached(Hostile hostile) throws Exception {
    for (var debate : debates(hostile).toList()) {
      assertThat(debate.rulings()).hasSize(2);
      assertThat(debate.changes()).isNotEmpty();
      assertThat(debate.rulings())
          .allSatisfy(ruling -> {
            assertThat(ruling.summary()).isNotNull();
            assertThat(ruling.summary().origin()).isInstanceOf(SummaryOrigin.ByChair.class);
          });
    }
  }

  @ParameterizedTest
  @EnumSource
  void textShowsAllAndObeysNothing(Hostile hostile) throws Exception {
    for (var debate : debates(hostile).toList()) {
      visible(new TextExport(80, Ink.NONE).write(Transcripts.of(debate, WORDS)));
    }
  }

  @ParameterizedTest
  @EnumSource
  void markdownIsInertBeforeAndAfterItIsRead(Hostile hostile) throws Exception {
    for (var debate : debates(hostile).toList()) {
      var transcript = Transcripts.of(debate, WORDS);
      var markdown = MarkdownExport.write(transcript);
      visible(markdown);
      var read = new Reader();
      Parser.builder().build().parse(markdown).accept(read);
      read.texts.forEach(HostileDebateTest::visible);
      assertThat(read.active).isEmpty();
      assertThat(read.addresses)
          .contains("https://example.org/&#x202e;gpj?a=1&b=2")
          .allSatisfy(address -> assertThat(address).matches("https?://[!-~]+"));
      var headings = transcript.sections().stream().filter(s -> !s.heading().isEmpty()).count();
      assertThat(read.headings).isEqualTo(headings);
    }
  }

  @ParameterizedTest
  @EnumSource
  void jsonHoldsTheSameValuesAndNothingThatHides(Hostile hostile) throws Exception {
    for (var debate : debates(hostile).toList()) {
      var json = JsonExport.write(debate, WORDS);
      visible(json);
      var record = JSON.readTree(json);
      assertThat(record.at("/question").asText()).isEqualTo(whole(debate.question().text()));
      assertThat(record.at("/panel").asText()).isEqualTo(hostile.whole("panel"));
      assertThat(record.findValuesAsText("name")).contains(hostile.whole("seat1"));
      assertThat(record.findValuesAsText("reasons")).contains(hostile.whole("reasonss1"));
      assertThat(record.findValuesAsText("detail")).contains(hostile.whole("refused"));
      assertThat(record.findValuesAsText("modelId")).contains(hostile.whole("model"));
      assertThat(record.findValuesAsText("title")).contains(hostile.whole("title"));
      assertThat(record.findValuesAsText("url")).contains(hostile.whole("javascript:"));
      assertThat(record.findValuesAsText("person")).containsExactly(hostile.whole("Anna"));
      assertThat(record.at("/followUps/0/text").asText()).isEqualTo(hostile.whole("point"));
      assertThat(record.at("/summary/text").asText()).isEqualTo(hostile.whole("summary"));
      assertThat(record.at("/summary/wouldChange").asText())
          .isEqualTo(hostile.whole("would change"));
      assertThat(record.findValuesAsText("label"))
          .isEqualTo(debate.paper().options().stream().map(o -> whole(o.label())).toList());
    }
  }

  // Half a surrogate pair has no form in UTF-8.
  private static String whole(String text) {
    return text.replaceAll("\\p{Cs}", "\uFFFD");
  }

  private static void visible(String text) {
    var hidden =
        text.codePoints()
            .filter(HostileDebateTest::isHidden)
            .mapToObj(Integer::toHexString)
            .toList();
    assertThat(hidden).as(text).isEmpty();
  }

  private static boolean isHidden(int point) {
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

  /** What a reader of Markdown makes of it. */
  private static final class Reader extends AbstractVisitor {
    private final List<String> texts = new ArrayList<>();
    private final List<String> addresses = new ArrayList<>();
    private final List<String> active = new ArrayList<>();
    private int headings;

    @Override
    public void visit(Text text) {
      texts.add(text.getLiteral());
    }

    @Override
    public void visit(Code code) {
      texts.add(code.getLiteral());
    }

    @Override
    public void visit(FencedCodeBlock code) {
      texts.add(code.getLiteral());
    }

    @Override
    public void visit(Link link) {
      addresses.add(link.getDestination());
      visitChildren(link);
    }

    @Override
    public void visit(Heading heading) {
      headings++;
      visitChildren(heading);
    }

    @Override
    public void visit(Image image) {
      active.add(image.getDestination());
    }

    @Override
    public void visit(HtmlInline html) {
      active.add(html.getLiteral());
    }

    @Override
    public void visit(HtmlBlock html) {
      active.add(html.getLiteral());
    }
  }
}
