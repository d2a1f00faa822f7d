package dev.roundtable.debate;

import static dev.roundtable.debate.Given.asking;
import static dev.roundtable.debate.Given.chaired;
import static dev.roundtable.debate.Given.panel;
import static dev.roundtable.debate.Given.question;
import static dev.roundtable.debate.Given.stop;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BallotFormTest {
  private static DebateEvent.FormChosen form(Proceedings debate) {
    var form = debate.until(d -> d.form() != null).debate().form();
    if (form == null) {
      throw new AssertionError("no form");
    }
    return form;
  }

  private static DebateEvent.FormChosen form(Mode mode, String text) {
    return form(Proceedings.open(asking(text), panel(2), Rules.DEFAULT.withMode(mode)));
  }

  private static String labels(DebateEvent.FormChosen form) {
    return String.join("/", form.paper().options().stream().map(Option::label).toList());
  }

  @Test
  void givenOptionsAreTheBallot() {
    for (var mode : new Mode[] {Mode.AUTO, Mode.DEBATE, Mode.POLL}) {
      var rules = Rules.DEFAULT.withMode(mode);
      var form = form(Proceedings.open(question("Red", "Blue"), chaired(2), rules));

      assertThat(form.reason()).isEqualTo(FormReason.OPTIONS_GIVEN);
      assertThat(labels(form)).isEqualTo("Red/Blue");
      assertThat(form.paper().options()).extracting(Option::letter).containsExactly('A', 'B');
    }
  }

  @Test
  void theModeDecidesBeforeAnyRule() {
    var debate = form(Mode.DEBATE, "How do we deploy?");
    assertThat(debate.form()).isEqualTo(BallotForm.OPTIONS);
    assertThat(debate.reason()).isEqualTo(FormReason.MODE_DEBATE);
    assertThat(labels(debate)).isEqualTo("Yes/No");

    var open = form(Mode.OPEN, "Should we deploy?");
    assertThat(open.form()).isEqualTo(BallotForm.OPEN);
    assertThat(open.reason()).isEqualTo(FormReason.MODE_OPEN);
    assertThat(open.paper().isEmpty()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"OPTIONS, Yes/No", "OPEN, ''"})
  void aChairThatAnswersDecides(BallotForm choice, String labels) {
    var form =
        form(
            Proceedings.open(asking("How do we deploy?"), chaired(2), Rules.DEFAULT)
                .chair(_ -> new ChairReply.FormChoice(choice)));

    assertThat(form.form()).isEqualTo(choice);
    assertThat(form.reason()).isEqualTo(FormReason.CHAIR);
    assertThat(labels(form)).isEqualTo(labels);
  }

  @Test
  void theRuleDecidesWhenTheChairCannot() {
    var failing = Proceedings.open(asking("Should we deploy?"), chaired(2), Rules.DEFAULT);

    assertThat(form(failing).reason()).isEqualTo(FormReason.RULE_YES_NO);
    assertThat(failing.debate().chairFailures()).hasSize(1);
    assertThat(failing.tasks()).hasSize(1);
  }

  @Test
  void aChairThatAnswersSomethingElseHasFailed() {
    var confused =
        Proceedings.open(asking("Should we deploy?"), chaired(2), Rules.DEFAULT)
            .chair(_ -> new ChairReply.Grouping(List.of()));

    assertThat(form(confused).reason()).isEqualTo(FormReason.RULE_YES_NO);
    assertThat(confused.debate().chairFailures())
        .extracting(DebateEvent.ChairFailed::cause)
        .hasOnlyElementsOfType(Cause.Unreadable.class);
  }

  @Test
  void aStoppedDebateAsksNoChair() {
    var stopped =
        Proceedings.open(asking("Should we deploy?"), chaired(2), Rules.DEFAULT)
            .happens(stop("m1"))
            .run();

    assertThat(stopped.tasks()).isEmpty();
    assertThat(stopped.verdict()).isInstanceOf(Verdict.NoQuorum.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Should we deploy on Fridays? | Yes/No",
        "is it worth it | Yes/No",
        "Was it right to wait? | Yes/No",
        "  \"Can a bot hold an office?\" | Yes/No",
        "Should we rewrite it or not? | Yes/No",
        "Aren't we late? Doesn't matter. | Yes/No",
        "Don't we need tests? | Yes/No",
        "Don’t we need tests? | Yes/No",
        "Sollten wir freitags ausrollen? | Ja/Nein",
        "Müssen wir umziehen oder nicht? | Ja/Nein",
        "Devrions-nous migrer ? | Oui/Non",
        "Est-ce que nous devrions migrer ? | Oui/Non",
        "Est-il temps de migrer ? | Oui/Non",
        "Faut-il migrer ? | Oui/Non",
        "¿Deberíamos migrar? | Sí/No",
        "Dovremmo migrare? | Sì/No",
        "Devemos migrar? | Sim/Não",
        "Moeten we verhuizen? | Ja/Nee",
        "Czy powinniśmy migrować? | Tak/Nie",
        "Стоит ли переезжать? | Да/Нет",
        "移行すべきですか？ | はい/いいえ",
        "我们应该迁移吗？ | 是/否",
        "是否應該遷移？ | 是/否"
      })
  void yesNoQuestionsAreKnownByTheirFirstWords(String text, String labels) {
    var form = form(Mode.AUTO, text);

    assertThat(form.reason()).isEqualTo(FormReason.RULE_YES_NO);
    assertThat(labels(form)).isEqualTo(labels);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "How do we deploy?",
        "Which database fits?",
        "Wie rollen wir aus?",
        "Was sollen wir tun?",
        "Was ist das Ziel?",
        "Quelle base de données choisir ?",
        "¿Cómo migramos?",
        "Jak migrować?",
        "Как переезжать?",
        "どのデータベースがいいですか？",
        "PostgreSQLとMySQLのどちらを使うべきですか？",
        "我们应该怎么迁移？",
        "什么时候迁移好吗？"
      })
  void questionsForSomethingAreOpen(String text) {
    assertThat(form(Mode.AUTO, text).reason()).isEqualTo(FormReason.RULE_INTERROGATIVE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Should we use A or B?",
        "Should we use Go or Rust, or not?  Or Zig?",
        "Sollten wir Go oder Rust nehmen?",
        "Devrions-nous choisir Go ou Rust ?",
        "移行すべきですか、それとも待つべきですか？",
        "我们应该用Go还是Rust？",
        "Friday deploys",
        "우리는 이전해야 합니까?",
        "???",
        "42"
      })
  void whateverIsUnsureIsOpen(String text) {
    var form = form(Mode.AUTO, text);

    assertThat(form.form()).isEqualTo(BallotForm.OPEN);
    assertThat(form.reason()).isEqualTo(FormReason.RULE_UNSURE);
  }
}
