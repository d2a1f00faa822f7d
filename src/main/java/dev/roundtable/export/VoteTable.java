package dev.roundtable.export;

import dev.roundtable.debate.Debate;
import dev.roundtable.debate.Option;
import dev.roundtable.transcript.Phrases;
import dev.roundtable.transcript.VoteGrid;
import dev.roundtable.transcript.Words;

/** The votes as a table of seats and rounds, and as a picture of what moved. */
final class VoteTable {
  private final Debate debate;
  private final Words words;
  private final Phrases phrases;
  private final VoteGrid grid;

  VoteTable(Debate debate, Phrases phrases) {
    this.debate = debate;
    this.words = phrases.words();
    this.phrases = phrases;
    this.grid = VoteGrid.of(debate, phrases);
  }

  boolean isEmpty() {
    return grid.isEmpty();
  }

  Html section() {
    var flow = VoteFlow.of(debate);
    var section =
        Tag.of("section", Tag.of("h2", words.say("page.grid")), table())
            .with("id", "votes")
            .classed("part votes");
    if (flow.flows()) {
      section.add(
          Tag.of("h3", words.say("page.flow")), new FlowPicture(debate, phrases, flow).figure());
    }
    return section;
  }

  private Html table() {
    var head = Tag.of("tr", Tag.of("th", words.say("page.seat")).with("scope", "col"));
    for (int round : grid.rounds()) {
      head.add(Tag.of("th", words.say("page.round", round)).with("scope", "col"));
    }
    var body = Tag.of("tbody");
    for (var row : grid.rows()) {
      var line = Tag.of("tr", Tag.of("th", Direction.within(row.name())).with("scope", "row"));
      row.cells().forEach(cell -> line.add(cell(cell)));
      body.add(line);
    }
    var caption = Tag.of("caption", words.say("page.grid.caption")).classed("unseen");
    return Tag.of(
            "div",
            Tag.of("table", caption, Tag.of("thead", head), body)
                .classed(grid.rounds().size() > 2 ? "grid many" : "grid"))
        .classed("wide")
        .with("tabindex", 0)
        .with("role", "region")
        .with("aria-label", words.say("page.grid.caption"));
  }

  private Html cell(VoteGrid.Cell cell) {
    return switch (cell) {
      case VoteGrid.Voted(var option) -> Tag.of("td", vote(option));
      case VoteGrid.Moved(var from, var to) ->
          Tag.of(
                  "td",
                  Tag.of("span", String.valueOf(from.letter()))
                      .classed("was")
                      .with("aria-hidden", "true"),
                  Tag.of("span", "→").classed("arrow").with("aria-hidden", "true"),
                  vote(to),
                  Looks.unseen(" " + words.say("seat.changed", label(from))))
              .classed("moved");
      case VoteGrid.Said() -> Tag.of("td", words.say("page.grid.position")).classed("faint");
      case VoteGrid.Absent(var why) ->
          Tag.of(
                  "td",
                  Tag.of("span", "–").with("aria-hidden", "true"),
                  Tag.of("span", why).classed("why"))
              .classed("faint absent");
      case VoteGrid.Awaited() ->
          Tag.of(
                  "td",
                  Tag.of("span", "…").with("aria-hidden", "true"),
                  Looks.unseen(words.say("seat.waiting")))
              .classed("faint");
    };
  }

  private Html vote(Option option) {
    return Tag.of(
            "span",
            Looks.chip(option.letter()),
            Tag.of("span", Direction.within(label(option))).classed("label"))
        .classed("vote");
  }

  private String label(Option option) {
    return phrases.label(debate.paper(), option.id());
  }
}
