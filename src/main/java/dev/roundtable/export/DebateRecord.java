package dev.roundtable.export;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A debate as one JSON record; {@code debate.schema.json} says what each part means. */
record DebateRecord(
    int schemaVersion,
    String id,
    String question,
    @Nullable Form form,
    List<OptionRow> options,
    String panel,
    boolean scripted,
    boolean chaired,
    List<SeatRow> seats,
    List<RoundRow> rounds,
    List<VerdictRow> verdicts,
    @Nullable VerdictRow verdict,
    List<ChangeRow> changes,
    @Nullable SummaryRow summary,
    @Nullable TeamRow teamVotes,
    List<FollowUpRow> followUps,
    CostRow cost) {
  static final int SCHEMA_VERSION = 1;

  record Form(String kind, String reason) {}

  record OptionRow(String letter, String label) {}

  record SeatRow(String id, String name, BigDecimal weight) {}

  record RoundRow(
      int number,
      List<ArgumentRow> arguments,
      List<BallotRow> ballots,
      @Nullable String grouping) {}

  record ArgumentRow(String id, @Nullable String option, List<String> authors, String text) {}

  record BallotRow(
      String seat,
      @Nullable String vote,
      @Nullable String position,
      @Nullable Double confidence,
      @Nullable String reasons,
      boolean changed,
      @Nullable String because,
      @Nullable String flag,
      @Nullable CauseRow abstention,
      boolean late,
      @Nullable String modelId,
      long latencyMs,
      @Nullable TokensRow tokens,
      CostRow cost,
      List<SourceRow> sources) {}

  record CauseRow(String cause, String detail, @Nullable String until, @Nullable OrderRow order) {}

  record OrderRow(String kind, String detail) {}

  record TokensRow(long prompt, long cached, long completion) {}

  record CostRow(BigDecimal usd, boolean complete) {}

  record SourceRow(String title, String url) {}

  record VerdictRow(
      int number,
      String kind,
      @Nullable String option,
      List<String> leaders,
      int votes,
      int voters,
      int seats,
      Map<String, Integer> tally,
      Map<String, BigDecimal> weights,
      Map<String, Integer> lean,
      boolean afterDiscussion,
      String stopReason,
      List<AbsenceRow> absent,
      String headline,
      @Nullable SummaryRow summary) {}

  record AbsenceRow(String seat, String reason) {}

  record ChangeRow(
      int round,
      String seat,
      String from,
      String to,
      @Nullable String because,
      @Nullable String argument) {}

  record SummaryRow(
      String text,
      List<PointRow> strongest,
      List<PointRow> counterpoints,
      @Nullable String wouldChange,
      String source,
      @Nullable TemplateRow template) {}

  record TemplateRow(String reason, @Nullable CauseRow cause) {}

  record PointRow(String option, String argument) {}

  record TeamRow(@Nullable Map<String, Integer> before, Map<String, Integer> now) {}

  record FollowUpRow(String person, String text, @Nullable Integer round) {}
}
