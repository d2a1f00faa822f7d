package dev.roundtable.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roundtable.SystemTimer;
import dev.roundtable.debate.Debate;
import dev.roundtable.debate.Mode;
import dev.roundtable.debate.Question;
import dev.roundtable.debate.Rules;
import dev.roundtable.debate.Venue;
import dev.roundtable.export.Html;
import dev.roundtable.export.HtmlPage;
import dev.roundtable.export.Tag;
import dev.roundtable.panelist.DemoPanel;
import dev.roundtable.session.Table;
import dev.roundtable.transcript.Words;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people see and do in a browser. Skipped where there is no Chromium. */
@Timeout(120)
@EnabledIf(
    value = "dev.roundtable.web.BrowserTest#hasChromium",
    disabledReason = "there is no Chromium on this machine; install the package chromium")
class BrowserTest {
  @SuppressWarnings("NullAway.Init")
  private static Chromium chromium;

  @SuppressWarnings("NullAway.Init")
  private static String axe;

  @SuppressWarnings("NullAway.Init")
  @TempDir
  private Path folder;

  private final List<Site> open = new ArrayList<>();

  static boolean hasChromium() {
    return Chromium.place().isPresent();
  }

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    chromium = Chromium.start();
    var path = "META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";
    try (var in = BrowserTest.class.getClassLoader().getResourceAsStream(path)) {
      axe = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @AfterAll
  static void stop() throws IOException {
    chromium.close();
  }

  @AfterEach
  void close() {
    open.forEach(Site::close);
  }

  private Site site(Table... tables) {
    var site = new Site(folder, new SystemTimer(), Site.ALONE, List.of(tables), true);
    open.add(site);
    return site;
  }

  private Site demo() {
    return site(DemoPanel.table("demo", new SystemTimer(), Duration.ZERO));
  }

  @ParameterizedTest
  @CsvSource({"1200, 900", "390, 844"})
  void thePlaygroundGoesFromAQuestionToAFollowUp(int width, int height) throws Exception {
    var permits = new Semaphore(0);
    var names = List.of("Ada", "Bo", "Cleo");
    var page = chromium.page(width, height, false);
    page.open(
        site(Speakers.table("three", names, List.of("Because.", "After all."), permits)).at("/"));
    page.type("#command", "/roundtable Should we ship it? | Yes | No");
    page.press("Enter");
    page.until("document.querySelector('.card h2').textContent === 'Should we ship it?'");
    page.until("document.querySelector('.card .status').textContent.includes('waiting')");
    page.click("A  Yes");
    page.until("document.querySelector('#notes').textContent.includes('is counted')");

    permits.release(100);
    page.until("document.querySelector('.reply-box')");
    assertThat(page.value("document.querySelectorAll('.message.reply').length").asInt())
        .isGreaterThan(3);
    page.type(".reply-box textarea", "We can roll back within a minute.");
    page.press("Enter");
    page.until("[...document.querySelectorAll('.person')].length === 1");
    page.until("document.body.innerText.includes('Verdict 2')");
    assertFits(page);
    assertThat(page.complaints()).isEmpty();
  }

  @Test
  void stopEndsADebateThatRuns() throws Exception {
    var page = chromium.page(1200, 900, false);
    var silent = Speakers.table("three", List.of("Ada", "Bo"), List.of("x"), new Semaphore(0));
    page.open(site(silent).at("/"));
    page.click("Is it safe to deploy on Fridays?");
    page.until("document.querySelector('.card')");
    page.click("Stop");
    page.until("document.querySelector('.card.failed, .card.stopped')");
    assertThat(page.complaints()).isEmpty();
  }

  @Test
  void anAnswerIsReportedAndHiddenByItsMenu() throws Exception {
    var site = site(Speakers.table("two", List.of("Ada", "Bo"), List.of("A rude word.")));
    var page = chromium.page(1200, 900, false);
    page.open(site.at("/"));
    page.type("#command", "Shall we? | Yes | No");
    page.press("Enter");
    page.until("document.querySelector('.reply-box')");
    page.value("document.querySelector('.reply .menu summary').click()");
    page.click("Report");
    page.until("document.querySelector('#notes').textContent.includes('Reported.')");
    assertThat(page.value("document.querySelectorAll('.menu[open]').length").asInt()).isZero();
    page.value("document.querySelector('.reply .menu summary').click()");
    page.value("document.querySelector('.menu[open] [value=hide]').click()");
    page.until("document.querySelector('#notes').textContent.includes('still counts')");
    page.until("!document.querySelector('.reply').textContent.includes('A rude word.')");
    assertThat(page.value("document.querySelector('.card .counts').textContent").asText())
        .contains("2 votes");
    assertThat(page.complaints()).isEmpty();
  }

  @Test
  void aScreenReaderIsToldHowADebateGoesOn() throws Exception {
    var permits = new Semaphore(0);
    var site = site(Speakers.table("two", List.of("Ada", "Bo"), List.of("So."), permits));
    var page = chromium.page(1200, 900, false);
    page.open(site.at("/"));
    page.type("#command", "Shall we? | Yes | No");
    page.press("Enter");
    page.until("document.querySelector('body > [role=status]').textContent.includes('waiting')");
    permits.release(100);
    page.until("document.querySelector('body > [role=status]').textContent.includes('of 2 seats')");
  }

  // What the keyboard comes by, from the top.
  @Test
  void theKeyboardReachesEverythingInTheOrderOfReadingAndSeesWhereItIs() throws Exception {
    var site = demo();
    var debate = site.hold("Should we?", "Yes", "No");
    var page = chromium.page(1200, 900, false);
    for (var path : List.of(site.path(debate), "/")) {
      page.open(site.at(path));
      page.press("Tab");
      assertThat(page.value("document.activeElement.className").asText()).isEqualTo("skip");
      var walk =
          page.value(
              """
              (() => {
                const all = [...document.querySelectorAll(
                    'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]')]
                    .filter(e => e.checkVisibility() && !e.closest('details:not([open]) > :not(summary)'));
                const wrong = [];
                for (const e of all) {
                  if (e.tabIndex !== 0) wrong.push('not reached: ' + e.outerHTML.slice(0, 90));
                  e.focus({ focusVisible: true });
                  const ring = getComputedStyle(e);
                  if (ring.outlineStyle === 'none' || parseFloat(ring.outlineWidth) < 2)
                    wrong.push('no ring: ' + e.outerHTML.slice(0, 90));
                }
                return wrong.join(' ~ ') + (all.length > 4 ? '' : 'almost nothing to reach');
              })()\
              """);
      assertThat(walk.asText()).as(path).isEmpty();
      var marks = "['main', 'header', 'h1'].map(t => document.querySelectorAll(t).length > 0)";
      assertThat(page.value(marks + ".every(found => found)").asBoolean()).as(path).isTrue();
      assertThat(page.value("document.querySelectorAll('h1, main').length").asInt()).isEqualTo(2);
    }
    assertThat(page.value("document.getAnimations().length").asInt()).as("moves").isZero();
  }

  @Test
  void theFormAsksWithOptionsAndAHelpIsShownToTheAskerAlone() throws Exception {
    var page = chromium.page(390, 844, true);
    page.open(demo().at("/"));
    page.click("Form:");
    page.type("#ask-question", "Which colour?");
    page.type("#ask-options", "Red\nGreen\nBlue");
    page.value("document.querySelector('.ask').requestSubmit()");
    page.until("document.querySelectorAll('.card .counts li').length === 3");
    // The form closes once its answer is there, which may be after the card.
    page.until("document.querySelector('#command').offsetParent");
    page.type("#command", "/roundtable help");
    page.press("Enter");
    page.until("document.querySelector('#notes .note')");
    assertFits(page);
  }

  @Test
  void anAnswerThatComesLateTakesNothingAwayThatCameAfterItsQuestion() throws Exception {
    var page = chromium.page(1200, 900, false);
    page.open(demo().at("/"));
    page.value(
        "(() => { const real = fetch; window.fetch = (...call) => { window.fetch = real;"
            + " return new Promise(go => { window.letGo = () => go(real(...call)); }); }; })()");
    page.click("Form:");
    page.type("#ask-question", "Shall we?");
    page.value("document.querySelector('.ask').requestSubmit()");
    page.until("window.letGo");
    page.click("Form:");
    page.type("#command", "/roundtable help");
    page.press("Enter");
    page.until("document.querySelector('#notes .note')");
    page.click("Form:");
    page.type("#ask-question", " And when?");
    page.value("window.letGo()");
    page.until("document.querySelector('.card .counts li')");
    assertThat(page.value("document.querySelectorAll('#notes .note').length").asInt()).isOne();
    assertThat(page.value("document.querySelector('#ask-question').value").asText())
        .isEqualTo("Shall we? And when?");
  }

  @Test
  void aPageGoesOnWhileItsDebateRuns() throws Exception {
    var permits = new Semaphore(0);
    var site = site(Speakers.table("three", List.of("Ada", "Bo", "Cleo"), List.of("So."), permits));
    var asked = new Question("Shall we?", List.of("Yes", "No"), null);
    var id = site.open(asked, Rules.DEFAULT, "three", Venue.Reach.PUBLIC);
    var page = chromium.page(1200, 900, false);
    page.open(site.at("/p/" + site.tokens.of(id)));
    page.until("document.querySelector('.status')");
    permits.release(1);
    page.until("document.querySelectorAll('.answer.voted').length === 1");
    permits.release(100);
    page.until("document.querySelector('.outcome h2') && !document.querySelector('.status')");
    assertThat(page.value("document.querySelectorAll('.grid tbody tr').length").asInt())
        .isEqualTo(3);
    assertThat(page.complaints()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {320, 390, 768, 1280})
  void nothingOverflowsHoweverLongItIs(int width) throws Exception {
    var long1 = "Donaudampfschifffahrtsgesellschaftskapitänsmütze".repeat(4);
    var names =
        IntStream.range(0, 50)
            .mapToObj(i -> i % 7 == 0 ? long1.substring(0, 60) + i : "Seat " + i)
            .toList();
    var texts =
        List.of(
            long1,
            "مرحبا بالعالم، هذا نص طويل من اليمين إلى اليسار. ".repeat(20),
            "これは長い日本語の文章です。句読点もあります。".repeat(30),
            "```\n" + "int veryLongLine = 1 + 2 + 3; ".repeat(20) + "\n```",
            "| a | b |\n|---|---|\n| " + "cell ".repeat(60) + " | x |",
            "> quote\n> > deeper\n\n1. one\n   - two\n     - three",
            "word ".repeat(800));
    var labels = new ArrayList<String>();
    for (int i = 0; i < 10; i++) {
      labels.add(i % 3 == 0 ? long1.substring(0, 76) + i : "خيار رقم " + i + " 選択肢");
    }
    var site = site(Speakers.table("fifty", names, texts));
    var question = new Question(long1 + " " + "Is it? ".repeat(200), labels, null);
    var debate = site.hold(question, Rules.DEFAULT.withRounds(3), "fifty", Venue.Reach.PUBLIC);
    var page = chromium.page(width, 900, width == 390);
    page.open(site.at(site.path(debate)));
    assertThat(page.value("document.body.innerText.length").asInt()).isGreaterThan(200_000);
    assertFits(page);
    page.open(site.at("/"));
    page.until("document.querySelector('.card, .welcome')");
    assertFits(page);
  }

  // What sticks out is only what scrolls by itself, and can be reached by keyboard.
  private static void assertFits(Chromium.Page page) {
    var out =
        page.value(
            """
            (() => {
              const width = document.documentElement.clientWidth;
              const clipped = e => e && e !== document.body && e !== document.documentElement
                  && (getComputedStyle(e).overflowX !== 'visible' || clipped(e.parentElement));
              return [...document.querySelectorAll('body *')]
                  .filter(e => e.getBoundingClientRect().right > width + 1)
                  .filter(e => !clipped(e.parentElement) && !e.closest('svg'))
                  .map(e => e.outerHTML.slice(0, 160)).slice(0, 3).join(' ~ ');
            })()\
            """);
    assertThat(out.asText()).isEmpty();
    var wide =
        page.value("document.documentElement.scrollWidth - document.documentElement.clientWidth");
    assertThat(wide.asInt()).as("pixels that stick out").isLessThanOrEqualTo(0);
    var shut =
        page.value(
            "[...document.querySelectorAll('.wide, pre')].filter(e => e.tabIndex < 0).length");
    assertThat(shut.asInt()).as("scrolls, but not by keyboard").isZero();
  }

  @ParameterizedTest
  @CsvSource({"1200, false", "390, true", "390, false", "1200, true"})
  void axeFindsNothingThatKeepsPeopleOut(int width, boolean dark) throws Exception {
    var site = demo();
    var debate =
        site.hold("Should an AI agent have write access?", "Yes", "No", "Only with approval");
    var page = chromium.page(width, 900, dark);
    for (var path : List.of(site.path(debate), "/", "/nowhere")) {
      page.open(site.at(path));
      page.value("document.querySelectorAll('details').forEach(one => one.open = true)");
      assertThat(violations(page)).as(path).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"1200, false", "390, true"})
  void axeFindsNothingAgainstOperatorsAndRunningDebates(int width, boolean dark) throws Exception {
    var permits = new Semaphore(1);
    var table = Speakers.table("three", List.of("Ada", "Bo", "Cleo"), List.of("So."), permits);
    var site =
        new Site(
            folder, new SystemTimer(), Site.with(null, true, "a-long-token"), List.of(table), true);
    open.add(site);
    var asked = new Question("Shall we?", List.of("Yes", "No"), null);
    var live = site.open(asked, Rules.DEFAULT, "three", Venue.Reach.PUBLIC);
    var page = chromium.page(width, 900, dark);
    page.open(site.at("/p/" + site.tokens.of(live)));
    page.until("document.querySelector('.status')");
    assertThat(violations(page)).isEmpty();
    page.open(site.at("/operator"));
    assertThat(violations(page)).isEmpty();
    page.type("#token", "wrong");
    page.enter();
    assertThat(violations(page)).isEmpty();
    page.type("#token", "a-long-token");
    page.enter();
    assertThat(page.value("document.querySelectorAll('.debates li').length").asInt()).isOne();
    assertThat(violations(page)).isEmpty();
    assertFits(page);
    permits.release(1000);
  }

  private static String violations(Chromium.Page page) {
    page.value(axe + "; 1");
    var found =
        page.value(
            "axe.run().then(r => r.passes.length < 10 ? 'axe did not look' : r.violations.map(v => v.id + ': ' + v.help + ' '"
                + " + v.nodes.map(n => n.html.slice(0, 160)).slice(0, 3).join(' | ')).join('\\n'))");
    return found.asText();
  }

  @Test
  void threeHundredHostileTextsStayText() throws Exception {
    var texts = HostileTexts.all();
    assertThat(texts).hasSize(300);
    var page = chromium.page(1200, 900, false);
    var seats = 50;
    var names = texts.subList(0, seats).stream().map(text -> text + " seat").toList();
    var site = site(Speakers.table("hostile", names, texts));
    for (int i = 0; i < texts.size(); i += 2 * seats) {
      var labels =
          Stream.of(texts.get(i), texts.get(i + 1), texts.get(i + 2))
              .map(BrowserTest::label)
              .distinct()
              .toList();
      var debate =
          site.hold(
              new Question(texts.get(i + 7), labels, null),
              Rules.DEFAULT.withMode(Mode.POLL),
              "hostile",
              Venue.Reach.PUBLIC);
      harmless(page, site, debate, names);
    }
    harmlessAlone(page, texts);
  }

  private static String label(String text) {
    return text.substring(
        0, text.offsetByCodePoints(0, Math.min(80, text.codePointCount(0, text.length()))));
  }

  private static void harmless(Chromium.Page page, Site site, Debate debate, List<String> names)
      throws Exception {
    for (var address : List.of(site.at(site.path(debate)), site.at("/"))) {
      page.open(address);
      assertThat(page.value("window.pwned === undefined").asBoolean()).isTrue();
      assertThat(page.complaints()).isEmpty();
      assertThat(page.requests()).allMatch(url -> url.startsWith(site.at("/").toString()));
    }
    page.open(site.at(site.path(debate)));
    assertThat(page.value("document.querySelectorAll('.grid tbody tr').length").asInt())
        .isEqualTo(names.size());
    assertThat(page.value("document.scripts.length").asInt()).isEqualTo(1);
    assertThat(page.value("document.querySelector('main').parentElement.tagName").asText())
        .isEqualTo("BODY");
  }

  // Whatever the texts hold, the file holds it as text.
  private void harmlessAlone(Chromium.Page page, List<String> texts) throws Exception {
    var words = Words.in(Locale.ENGLISH);
    var body = texts.stream().map(text -> (Html) Tag.of("p", text).with("title", text)).toList();
    var main = Tag.of("main").with("id", "main").add(body);
    var file = folder.resolve("texts.html");
    Files.writeString(
        file, new HtmlPage(texts.getFirst(), texts.get(1), words).body(main).document());
    page.open(file.toUri());
    assertThat(page.value("window.pwned === undefined").asBoolean()).isTrue();
    assertThat(page.value("document.querySelectorAll('main > p').length").asInt()).isEqualTo(300);
    assertThat(page.value("document.querySelectorAll('main > p *').length").asInt()).isZero();
    assertThat(
            page.requests().stream()
                .filter(url -> url.contains("evil"))
                .collect(Collectors.joining()))
        .isEmpty();
    assertThat(URI.create(page.value("location.href").asText())).isEqualTo(file.toUri());
  }
}
