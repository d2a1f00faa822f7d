package dev.roundtable.panelist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roundtable.export.StillTimer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a script is said in a sentence that names the place. */
class ScriptTest {
  private static void refused(String script, String sentence) {
    assertThatThrownBy(() -> ScriptedPanel.table(script, new StillTimer()))
        .isInstanceOf(ScriptException.class)
        .hasMessage(sentence);
  }

  @Test
  void aKeyThatStandsTwiceIsRefused() {
    refused(
        """
        seats:
          ada: { rounds: [hm] }
          bo: { rounds: [hm] }
          ada: { rounds: [no] }
        """,
        "the key “ada” stands twice in line 4");
    refused("{\"panel\": \"a\", \"panel\": \"b\"}", "the key “panel” stands twice in line 1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "heavy | seat ada has the weight “heavy”; give a number above 0 and at most 1000",
        "'2' | seat ada has the weight “2”; give a number above 0 and at most 1000",
        "null | seat ada has the weight “null”; give a number above 0 and at most 1000",
        "0 | seat ada has the weight “0”; give a number above 0 and at most 1000",
        "-1 | seat ada has the weight “-1”; give a number above 0 and at most 1000",
        "1e12 | seat ada has the weight “1.0E12”; give a number above 0 and at most 1000",
        "0.0001 | seat ada: a weight must be above 0, not 0",
      })
  void aWeightThatIsNoUsableNumberIsRefused(String weight, String sentence) {
    refused("seats: { ada: { weight: %s, rounds: [hm] } }".formatted(weight), sentence);
  }

  @Test
  void aNameThatCannotBeSeenIsRefused() {
    refused(
        "seats: { ada: { name: \"\\u200B\\u2060 \", rounds: [hm] } }",
        "seat ada: seat ada has no name");
  }

  @Test
  void anIdThatIsNoneIsRefused() {
    refused("seats: { a b: { rounds: [hm] } }", "seat a b: not a seat id: a b");
  }

  private static String record(String seats, String ballot) {
    return """
    {"schemaVersion": 1, "panel": "p", "seats": [%s],
     "rounds": [{"number": 1, "arguments": [], "ballots": [%s]}]}
    """
        .formatted(seats, ballot);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'id': 'ada', 'name': 'A', 'weight': 0}"
            + " | seat ada has the weight “0”; give a number above 0 and at most 1000",
        "{'id': 'ada', 'name': 'A', 'weight': 'much'}"
            + " | seat ada has the weight “much”; give a number above 0 and at most 1000",
        "{'id': 'a/b', 'name': 'A', 'weight': 1} | seat a/b: not a seat id: a/b",
        "{'id': 'ada', 'name': '', 'weight': 1} | seat ada: seat ada has no name",
        "{'id': 'ada'}, {'id': 'ada'} | the record has the seat ada twice",
        "{'id': 'bo'} | the record has no ballot of seat bo",
      })
  void aRecordWithABadSeatIsRefused(String seats, String sentence) {
    var ballot = "{\"seat\": \"ada\", \"vote\": \"Yes\", \"reasons\": \"So.\"}";
    refused(record(seats.replace('\'', '"'), ballot), sentence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'vote': null" + " | seat ada, round 1 has neither a vote nor a position nor an abstention",
        "'vote': 'Yes', 'confidence': 7"
            + " | seat ada, round 1 has the confidence “7”; it is a number from 0 to 1",
        "'abstention': {'cause': 'bored'} | seat ada, round 1 has the unknown cause “bored”",
        "'abstention': {'cause': 'timed-out', 'detail': 'long'}"
            + " | seat ada, round 1 has “long”, which is no duration such as PT60S",
        "'abstention': {'cause': 'benched', 'until': 'later'}"
            + " | seat ada, round 1 has “later”, which is no time such as 2026-01-31T12:00:00Z",
        "'abstention': {'cause': 'halted', 'order': {'kind': 'rain'}}"
            + " | seat ada, round 1 was halted by the unknown “rain”",
      })
  void aRecordWithABadBallotIsRefused(String ballot, String sentence) {
    var seats = "{\"id\": \"ada\"}";
    refused(record(seats, "{\"seat\": \"ada\", " + ballot.replace('\'', '"') + "}"), sentence);
  }

  @Test
  void noChairIsInventedWhereThereWasNone() throws Exception {
    var seats = "{\"id\": \"ada\"}, {\"id\": \"bo\"}";
    var ballots = "{\"seat\": \"ada\", \"vote\": \"Yes\"}, {\"seat\": \"bo\", \"vote\": \"Yes\"}";
    var table = ScriptedPanel.table(record(seats, ballots), new StillTimer());
    assertThat(table.chair()).isEmpty();
    assertThat(table.panel().chaired()).isFalse();
  }
}
