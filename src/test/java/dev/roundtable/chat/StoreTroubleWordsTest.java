package dev.roundtable.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roundtable.session.StoreException;
import dev.roundtable.transcript.Words;
import java.io.IOException;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StoreTroubleWordsTest {
  static Stream<StoreException> troubles() {
    return Stream.of(
        new StoreException.Locked(new IOException()),
        new StoreException.Full(new IOException()),
        new StoreException.Unreachable(new IOException()),
        new StoreException.Unsure(new IOException()),
        new StoreException.Refused("its file may not be written to.", new IOException()));
  }

  @ParameterizedTest
  @MethodSource("troubles")
  void inEnglishItReadsAsInTheLogAndElsewhereInTheReadersLanguage(StoreException trouble) {
    var english = StoreTrouble.say(trouble, Words.in(Locale.ENGLISH));
    assertThat(english.replace('’', '\'')).isEqualTo(trouble.sentence());
    assertThat(StoreTrouble.say(trouble, Words.in(Locale.GERMAN))).isNotEqualTo(english);
  }

  @Test
  void whatTheDatabaseSaysStandsInQuotationMarks() {
    var refused = new StoreException.Refused("its file may not be written to.", new IOException());
    assertThat(StoreTrouble.say(refused, Words.in(Locale.GERMAN)))
        .isEqualTo("Die Datenbank lehnt ab: „its file may not be written to.“");
  }
}
