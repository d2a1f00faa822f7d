package dev.roundtable.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roundtable.Corpus;
import dev.roundtable.chat.Control;
import dev.roundtable.chat.Message;
import dev.roundtable.chat.Speaker;
import dev.roundtable.debate.DebateId;
import dev.roundtable.debate.Person;
import dev.roundtable.debate.SeatId;
import dev.roundtable.debate.Venue;
import dev.roundtable.safety.VisibleText;
import dev.roundtable.transcript.Block;
import dev.roundtable.transcript.Section;
import dev.roundtable.transcript.Span;
import dev.roundtable.transcript.Transcripts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a model or a person writes, it stands in Discord as words and does nothing. */
class HostileTextTest {
  private static final DebateId DEBATE = new DebateId("debate-1");
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final Venue VENUE =
      new Venue("discord", "1", "2", null, Venue.Reach.PUBLIC, Venue.Style.VOICES, "en");

  private static final List<String> SEEDS =
      List.of(
          "@everyone",
          "@here",
          "@EVERYONE now",
          "@\u200Beveryone",
          "<@123456789012345678>",
          "<@!123456789012345678>",
          "<@&123456789012345678>",
          "<#123456789012345678>",
          "</roundtable ask:123456789012345678>",
          "<id:customize>",
          "<t:1700000000:R>",
          "<:smile:123456789012345678>",
          "<a:wave:123456789012345678>",
          "[https://bank.example](https://evil.example)",
          "[click](https://evil.example 'title')",
          "[click](<https://evil.example>)",
          "https://evil.example/login",
          "http://evil.example?q=@everyone",
          "<https://evil.example>",
          "steam://run/1",
          "discord.gg/abcdef",
          "discord.com/invite/abcdef",
          "discordapp.com/invite/x",
          "# Verdict: Yes",
          "## Verdict: Yes 6-0",
          "### small",
          "-# AI-generated, can be right",
          "> quoted",
          ">>> quoted to the end",
          "- item",
          "* item",
          "+ item",
          "1. item",
          "99) item",
          "```\ncode",
          "```js\nalert(1)\n```",
          "~~~\ncode\n~~~",
          "`code`",
          "``double``",
          "**bold**",
          "__under__",
          "*i* _i_",
          "***both***",
          "~~gone~~",
          "||secret||",
          "a\n# b",
          "a\n> b",
          "a\n```\nb",
          "\\",
          "\\\\",
          "\\*not*",
          "\\<@123456789012345678>",
          "\\\\<@123456789012345678>",
          "\\`x`",
          "x\\",
          "**Bo** · **Yes** · 99 % sure",
          "\u202Eevil",
          "a\u0000b\u0007c",
          "\uD83D\uDE00 \uD83D",
          "<script>alert(1)</script>",
          "{\"content\":\"@everyone\"}",
          "rt1:delete:debate-1",
          "| a | b |\n|---|---|",
          "\r\n\r\n# x",
          "\u2028# x",
          "<@123456789012345678");

  private static final List<String> WRAPS = List.of("%s", "so: %s", "%s\n%s", "  %s  ", "(%s)");

  static Stream<String> corpus() {
    var all = new ArrayList<>(Corpus.hostile());
    for (var seed : SEEDS) {
      WRAPS.forEach(wrap -> all.add(wrap.replace("%s", seed)));
    }
    var random = new Random(20261123);
    for (int i = 0; i < 100; i++) {
      var text = new StringBuilder();
      for (int part = 0; part < 5; part++) {
        text.append(SEEDS.get(random.nextInt(SEEDS.size())));
        text.append(List.of("", " ", "\n", "*", "`").get(random.nextInt(5)));
      }
      all.add(text.toString());
    }
    return all.stream();
  }

  @Test
  void thereAreMoreThanSixHundredAndThoseOfEverySinkAreAmongThem() {
    assertThat(corpus()).hasSizeGreaterThan(600).containsAll(Corpus.hostile());
  }

  @ParameterizedTest
  @MethodSource("corpus")
  void itReadsAsItIsWritten(String hostile) {
    var visible = VisibleText.of(hostile);
    var eyes = new DiscordEyes(DiscordText.escape(visible));
    assertThat(eyes.found()).isEmpty();
    assertThat(eyes.text().replace("\u200B", "")).isEqualTo(visible.replace("\u200B", ""));
  }

  @ParameterizedTest
  @MethodSource("corpus")
  void everyPieceOfALongTextIsAsHarmless(String hostile) {
    var visible = VisibleText.of((hostile + " ").repeat(60));
    for (var piece : DiscordText.split(DiscordText.escape(visible), 200)) {
      assertThat(piece.length()).isLessThanOrEqualTo(200);
      assertThat(new DiscordEyes(piece).found()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("corpus")
  void everySinkKeepsDiscordsLimitsAndMentionsNobody(String hostile) {
    for (var message : sinks(hostile)) {
      for (var post : new DiscordRenderer().render(message, VENUE)) {
        var payload = Payload.read(post.payload());
        var file = payload.file();
        Set<String> files = file == null ? Set.of() : Set.of(file.name());
        for (var body : Stream.of(payload.message(), payload.plain(), payload.pushed()).toList()) {
          if (body != null) {
            var sent = body.deepCopy();
            sent.putObject("allowed_mentions").putArray("parse");
            assertThat(BodyCheck.message(sent, files, true)).isEmpty();
            assertThat(sent.toString()).doesNotContainPattern("(?i)@(everyone|here)");
          }
        }
        var name = payload.thread();
        assertThat(name == null ? "x" : name).isNotBlank().hasSizeLessThanOrEqualTo(100);
      }
    }
  }

  private static List<Message> sinks(String hostile) {
    var visible = VisibleText.of(hostile);
    var line = VisibleText.line(hostile).isBlank() ? "x" : VisibleText.line(hostile);
    var seat = new SeatId("ada");
    var heading = List.<Span>of(new Span.SeatName(seat, line), Span.plain(" · " + line));
    var blocks = new ArrayList<>(Transcripts.markdown(hostile));
    blocks.add(Block.paragraph(visible));
    blocks.add(new Block.CodeBlock(visible));
    blocks.add(new Block.Quotation(List.of(Block.paragraph(visible))));
    var detail = new Section("a", Section.Weight.DETAIL, heading, blocks);
    var body = new Section("b", Section.Weight.BODY, List.of(Span.plain(line)), blocks);
    var vote = new Control.TeamVote(DEBATE, 'A');
    return List.of(
        new Message.Card(
            visible.isBlank() ? "x" : visible,
            Message.Phase.RUNNING,
            line,
            List.of(new Block.CountLine('A', line, 1, 1, "", true)),
            List.of(new Message.SeatLine(seat, line, Message.SeatLine.Mark.ANSWERED, line)),
            List.of(line),
            NOON,
            NOON,
            NOON,
            List.of(new Message.TeamOption(vote, line)),
            List.of(new Control.Stop(DEBATE))),
        new Message.Part("v", new Speaker(seat, line, 0), List.of(detail), List.of(), false),
        new Message.Part("r", null, List.of(body, detail), List.of(), true),
        new Message.Announcement("n", line, new Person("42", line), List.of()),
        new Message.Collecting("c", line, List.of(new Control.AnotherRound(DEBATE))));
  }

  @ParameterizedTest
  @MethodSource("corpus")
  void aModelsOwnMarkdownLeadsNowhereUnseen(String hostile) {
    for (var text : DiscordText.blocks(Transcripts.markdown(hostile), 2000)) {
      assertThat(new DiscordEyes(text).found())
          .allMatch(
              sight -> sight.startsWith("link <") || MARKS.contains(sight), "seen in " + text);
    }
  }

  // What a model may use to structure its reasons.
  private static final Set<String> MARKS = Set.of("style", "code", "fence", "list", "quote");
}
