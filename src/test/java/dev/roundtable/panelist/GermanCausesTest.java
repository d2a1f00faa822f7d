package dev.roundtable.panelist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roundtable.FreePort;
import dev.roundtable.debate.Ballot;
import dev.roundtable.safety.Secret;
import dev.roundtable.transcript.Phrases;
import dev.roundtable.transcript.Words;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Why a model has no vote, as a German reads it: the bot's words in German, others' in quotes. */
@Timeout(60)
class GermanCausesTest {
  private static final WireFormat FORMAT = WireFormat.CHAT_COMPLETIONS;
  private static final Phrases GERMAN = new Phrases(Words.in(Locale.GERMAN));
  private static final Phrases ENGLISH = new Phrases(Words.in(Locale.ENGLISH));
  private static final Pattern QUOTED = Pattern.compile("„[^“]*“");

  private final ModelHttp http = new ModelHttp();
  private final JumpingTimer timer = new JumpingTimer();
  private FakeModels models;

  @BeforeEach
  void open() throws IOException {
    models = new FakeModels();
  }

  @AfterEach
  void close() {
    http.close();
    models.close();
  }

  private record Key(Optional<String> read, String origin) implements Secret {}

  private Ballot.Abstention answer(ProviderSettings provider) throws InterruptedException {
    var model = new Model(new Provider(provider, http, timer), FakeModels.model(FORMAT));
    var panelist = new ModelPanelist(model, ShippedPrompts.read(), Duration.ofSeconds(30));
    return (Ballot.Abstention) panelist.answer(Briefs.vote()).ballot();
  }

  private String german(ProviderSettings provider) throws InterruptedException {
    var cause = answer(provider).cause();
    assertThat(GERMAN.cause(cause)).isNotEqualTo(ENGLISH.cause(cause));
    return GERMAN.cause(cause);
  }

  private String answered(MockResponse response) throws InterruptedException {
    models.answer(_ -> response);
    return german(models.provider(FORMAT));
  }

  private static ProviderSettings at(String address) {
    return FakeModels.provider(FORMAT, URI.create(address));
  }

  private static ProviderSettings keyed(Optional<String> key) {
    var secret = new Key(key, "$OPENROUTER_API_KEY");
    return new ProviderSettings(
        FORMAT.name(), FORMAT, URI.create("http://127.0.0.1:1"), Optional.of(secret), false, 8);
  }

  @Test
  void aKeyThatIsMissingOrNone() throws Exception {
    assertThat(german(keyed(Optional.empty())))
        .isEqualTo("nicht erlaubt ($OPENROUTER_API_KEY ist nicht gesetzt)");
    assertThat(german(keyed(Optional.of("två ord"))))
        .isEqualTo("nicht erlaubt ($OPENROUTER_API_KEY enthält Zeichen, die kein Schlüssel hat)");
  }

  @ParameterizedTest
  @CsvSource({
    "http://example.org/v1, wird nicht ohne https aufgerufen",
    "https://10.1.2.3/v1, 'ist eine private Adresse, und allowPrivate ist nicht gesetzt'",
    "https://169.254.169.254/v1, 'ist eine link-lokale, reservierte oder Metadaten-Adresse'",
    "ftp://example.org/v1, ist keine Adresse mit http oder https"
  })
  void anAddressThatIsNotCalled(String address, String why) throws Exception {
    assertThat(german(at(address))).startsWith("nicht erlaubt (").contains(why);
  }

  @Test
  void aServerThatIsNotThere() throws Exception {
    assertThat(german(at("http://127.0.0.1:" + FreePort.draw())))
        .startsWith("Fehler beim Anbieter (keine Verbindung: „")
        .endsWith("“)");
  }

  @Test
  void anAnswerThatBreaksOffOrIsNone() throws Exception {
    assertThat(answered(new MockResponse.Builder().body("Please wait.").build()))
        .isEqualTo("Fehler beim Anbieter (kein JSON, sondern „Please wait.“)");
    var hangsUp = new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket());
    assertThat(answered(hangsUp.build())).startsWith("Fehler beim Anbieter (keine Antwort: „");
    var breaksOff =
        FakeModels.json("{} ".repeat(1000))
            .newBuilder()
            .onResponseBody(new SocketEffect.CloseSocket());
    assertThat(answered(breaksOff.build()))
        .startsWith("Fehler beim Anbieter (die Antwort brach ab: „");
    assertThat(answered(FakeModels.json("x".repeat(ModelHttp.MAX_BYTES + 1))))
        .isEqualTo("Fehler beim Anbieter (die Antwort ist länger als 4 MB)");
  }

  @ParameterizedTest
  @CsvSource({"400, Bad luck.", "429, Slow down.", "503, Overloaded.", "401, No such key."})
  void whatAProviderSaysStandsInQuotationMarksAsItWasSaid(int status, String words)
      throws Exception {
    var error = FakeModels.json(Wire.error(FORMAT, status, words)).newBuilder().code(status);
    assertThat(answered(error.build()))
        .isEqualTo("Fehler beim Anbieter („" + status + ": " + words + "“)");
  }

  @Test
  void aModelThatIsUnknownAndARedirect() throws Exception {
    var unknown = FakeModels.json(Wire.error(FORMAT, 404, "No endpoints found.")).newBuilder();
    assertThat(answered(unknown.code(404).build()))
        .isEqualTo(
            "Fehler beim Anbieter (Modell fake-1 von CHAT_COMPLETIONS: „404: No endpoints"
                + " found.“)");
    var moved = new MockResponse.Builder().code(302).addHeader("Location", "https://x.example");
    assertThat(answered(moved.body("{}").build()))
        .contains("eine Weiterleitung, der nicht gefolgt wird");
  }

  @Test
  void whoRestsRestsForAReasonInTheReadersLanguage() throws Exception {
    var model =
        new Model(new Provider(keyed(Optional.empty()), http, timer), FakeModels.model(FORMAT));
    var panelist = new ModelPanelist(model, ShippedPrompts.read(), Duration.ofSeconds(30));
    for (int i = 0; i < Bench.FAILURES; i++) {
      panelist.answer(Briefs.vote());
    }
    var resting = (Ballot.Abstention) panelist.answer(Briefs.vote()).ballot();
    assertThat(GERMAN.cause(resting.cause()))
        .isEqualTo(
            "nach mehreren Fehlern in Folge nicht gefragt ($OPENROUTER_API_KEY ist nicht"
                + " gesetzt)");
  }

  @Test
  void inEnglishEverythingReadsAsItIsRecorded() throws Exception {
    var cause = answer(keyed(Optional.empty())).cause();
    assertThat(ENGLISH.cause(cause)).isEqualTo("not allowed ($OPENROUTER_API_KEY is not set)");
    assertThat(QUOTED.matcher(ENGLISH.cause(cause)).find()).isFalse();
  }
}
