package dev.roundtable.archive;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roundtable.chat.Ask;
import dev.roundtable.chat.Drafts;
import dev.roundtable.chat.Visitor;
import dev.roundtable.chat.Where;
import dev.roundtable.debate.Mode;
import java.util.LinkedHashSet;
import java.util.List;

/** Drafts as JSON. Each lives for an hour, so no version is kept readable. */
final class DraftJson {
  private static final Names<Visitor.Standing> STANDINGS =
      new Names<>(
          Visitor.Standing.class,
          standing ->
              switch (standing) {
                case EXTERNAL -> "external";
                case GUEST -> "guest";
                case MEMBER -> "member";
                case ADMIN -> "admin";
              });

  private DraftJson() {}

  static ObjectNode write(Drafts.Draft draft) {
    var node = Json.object();
    node.set("where", write(draft.where()));
    node.set("by", write(draft.by()));
    node.set("ask", write(draft.ask()));
    return node;
  }

  static Drafts.Draft draft(Fields fields) {
    return new Drafts.Draft(
        fields.value("where", DraftJson::where),
        fields.value("by", DraftJson::visitor),
        fields.value("ask", DraftJson::ask));
  }

  private static ObjectNode write(Where where) {
    return Json.object()
        .put("platform", where.platform())
        .put("workspace", where.workspace())
        .put("channel", where.channel())
        .put("thread", where.thread())
        .put("reach", OpeningJson.REACHES.of(where.reach()));
  }

  private static Where where(Fields fields) {
    return new Where(
        fields.text("platform"),
        fields.text("workspace"),
        fields.text("channel"),
        fields.textOrNull("thread"),
        OpeningJson.REACHES.read(fields.text("reach")));
  }

  private static ObjectNode write(Visitor visitor) {
    var node =
        Json.object()
            .put("standing", STANDINGS.of(visitor.standing()))
            .put("language", visitor.language());
    node.set("person", OpeningJson.write(visitor.person()));
    node.set("groups", Json.words(List.copyOf(visitor.groups())));
    return node;
  }

  private static Visitor visitor(Fields fields) {
    return new Visitor(
        fields.value("person", OpeningJson::person),
        STANDINGS.read(fields.text("standing")),
        new LinkedHashSet<>(fields.words("groups", group -> group)),
        fields.text("language"));
  }

  private static ObjectNode write(Ask ask) {
    var mode = ask.mode();
    var node =
        Json.object()
            .put("question", ask.question())
            .put("panel", ask.panel())
            .put("mode", mode == null ? null : OpeningJson.MODES.of(mode))
            .put("rounds", ask.rounds())
            .put("context", ask.context());
    node.set("options", Json.words(ask.options()));
    return node;
  }

  private static Ask ask(Fields fields) {
    var mode = fields.textOrNull("mode");
    Mode chosen = mode == null ? null : OpeningJson.MODES.read(mode);
    return new Ask(
        fields.text("question"),
        fields.words("options", label -> label),
        fields.textOrNull("panel"),
        chosen,
        fields.has("rounds") ? Integer.valueOf(fields.integer("rounds")) : null,
        fields.textOrNull("context"));
  }
}
