package dev.roundtable.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roundtable.debate.Debate;
import dev.roundtable.debate.Question;
import dev.roundtable.debate.Rules;
import dev.roundtable.panelist.DemoPanel;
import dev.roundtable.transcript.Words;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class CardImageTest {
  private static final Words WORDS = Words.in(Locale.ENGLISH);
  private static final int GROUND = 0xfff6f5f2;

  private static Debate debate(String question, String... options) throws Exception {
    var timer = new StillTimer();
    var table = DemoPanel.table("demo", timer, Duration.ZERO);
    var asked = new Question(question, List.of(options), null);
    return Play.of(table, timer, asked, Rules.DEFAULT, List.of());
  }

  private static BufferedImage picture(Debate debate) throws Exception {
    return ImageIO.read(new ByteArrayInputStream(CardImage.png(debate, WORDS)));
  }

  @Test
  void thePictureHasTheSizeThatPreviewsWantAndIsTheSameEachTime() throws Exception {
    var debate = debate("Should we?", "Yes", "No");
    var picture = picture(debate);
    assertThat(picture.getWidth()).isEqualTo(1200);
    assertThat(picture.getHeight()).isEqualTo(630);
    var png = CardImage.png(debate, WORDS);
    assertThat(png).isEqualTo(CardImage.png(debate, WORDS)).hasSizeLessThan(200_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Should the team move to one repository?",
        "Нужно ли нам переходить на новую базу данных?",
        "Πρέπει να αλλάξουμε βάση δεδομένων;",
        "データベースを移行すべきですか？",
        "我们应该迁移数据库吗？",
        "데이터베이스를 옮겨야 할까요?",
        "هل ينبغي أن ننقل قاعدة البيانات؟",
        "האם כדאי להעביר את מסד הנתונים?",
        "เราควรย้ายฐานข้อมูลไหม",
        "क्या हमें डेटाबेस बदलना चाहिए?",
      })
  void eachScriptHasAFont(String question) throws Exception {
    var dressed = CardFonts.dress(question, true, 40).getIterator();
    assertThat(dressed.getEndIndex()).as("nothing is left out").isEqualTo(question.length());
    assertThat(inked(picture(debate(question, "Yes", "No"))))
        .isNotEqualTo(inked(picture(debate("?", "Yes", "No"))));
  }

  // The rows where the question stands.
  private static int inked(BufferedImage picture) {
    int dark = 0;
    for (int y = 82; y < 180; y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        dark += picture.getRGB(x, y) == GROUND ? 0 : 1;
      }
    }
    return dark;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 60, 400, 3900})
  void textStaysWithinThePictureHoweverLongItIs(int length) throws Exception {
    var word = "Wörterverbindungsmöglichkeit".repeat(200).substring(0, length);
    for (var text :
        List.of(word, "много слов ".repeat(400).substring(0, length), "漢".repeat(length))) {
      var label = text.substring(0, Math.min(70, length));
      var picture = picture(debate(text, label + " 1", label + " 2", label + " 3"));
      for (int y = 0; y < picture.getHeight(); y++) {
        assertThat(picture.getRGB(20, y)).isEqualTo(GROUND);
        assertThat(picture.getRGB(picture.getWidth() - 20, y)).isEqualTo(GROUND);
      }
      for (int x = 0; x < picture.getWidth(); x++) {
        assertThat(picture.getRGB(x, picture.getHeight() - 20)).isEqualTo(GROUND);
      }
    }
  }

  @Test
  void ofWhatNoFontHasSomethingIsShownAndNothingBreaks() throws Exception {
    assertThat(shown("ᐃᓄᒃᑎᑐᑦ or ქართული?")).isEqualTo("… or …?");
    assertThat(shown("Ship it 🜚🜛 now")).isEqualTo("Ship it … now");
    assertThat(shown("a\u0007b")).isEqualTo("ab");
    assertThat(shown("")).isEqualTo("…");
    assertThat(picture(debate("🙂\uD800 ⠿", "Yes", "No")).getWidth()).isEqualTo(1200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"🚀", "🙂", "👍🏽", "👩🏽‍💻", "🏳️‍🌈", "1️⃣", "❤️", "🤷"})
  void emojiAreDrawnWholeAndInOneFont(String emoji) throws Exception {
    assertThat(shown("Ship it " + emoji + " now")).isEqualTo("Ship it " + emoji + " now");
    assertThat(lastInk(picture(debate("Ship " + emoji + "?", "Yes", "No"))))
        .isGreaterThan(lastInk(picture(debate("Ship ?", "Yes", "No"))));
    if (!Character.isDigit(emoji.charAt(0))) {
      var dressed = CardFonts.dress(emoji, true, 40).getIterator();
      assertThat(dressed.getRunLimit()).isEqualTo(emoji.length());
    }
  }

  @Test
  void aQuestionStandsAtTheSideAtWhichItBegins() throws Exception {
    assertThat(firstInk(picture(debate("Should we?", "نعم", "لا")))).isLessThan(70);
    assertThat(firstInk(picture(debate("هل نفعل؟", "نعم", "لا")))).isGreaterThan(600);
  }

  @Test
  void thePictureOfADemonstrationSaysInItsTopLinesThatItIsOne() throws Exception {
    var picture = picture(debate("Should we?", "Yes", "No"));
    assertThat(
            IntStream.range(0, picture.getWidth())
                .filter(x -> IntStream.range(60, 80).anyMatch(y -> picture.getRGB(x, y) != GROUND))
                .max()
                .orElseThrow())
        .isGreaterThan(600);
  }

  private static int firstInk(BufferedImage picture) {
    return columnsOfTheQuestion(picture).min().orElseThrow();
  }

  private static int lastInk(BufferedImage picture) {
    return columnsOfTheQuestion(picture).max().orElseThrow();
  }

  private static IntStream columnsOfTheQuestion(BufferedImage picture) {
    return IntStream.range(0, picture.getWidth())
        .filter(x -> IntStream.range(82, 132).anyMatch(y -> picture.getRGB(x, y) != GROUND));
  }

  private static String shown(String text) {
    var dressed = CardFonts.dress(text, true, 40).getIterator();
    var shown = new StringBuilder();
    for (char c = dressed.first(); dressed.getIndex() < dressed.getEndIndex(); c = dressed.next()) {
      shown.append(c);
    }
    return shown.toString();
  }

  @Test
  void itsWordsSayWhatItShowsAndFitIntoADescription() throws Exception {
    var debate = debate("Should we?", "Yes", "No");
    var alt = CardImage.altText(debate, WORDS);
    assertThat(alt).contains("Should we?", HtmlExport.outcome(debate, WORDS), "The Sceptic: ");
    assertThat(alt).startsWith(WORDS.say("scripted"));
    assertThat(HtmlExport.description(debate, WORDS)).startsWith(WORDS.say("scripted"));
    var long1 = debate("x".repeat(3000), "a".repeat(80), "b".repeat(80));
    assertThat(CardImage.altText(long1, WORDS)).hasSizeLessThanOrEqualTo(1000);
  }
}
