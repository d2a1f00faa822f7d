package dev.roundtable.slack;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roundtable.chat.ChatPorts;
import dev.roundtable.chat.PastDebates;
import dev.roundtable.chat.Visitor;
import dev.roundtable.chat.Where;
import dev.roundtable.debate.Debate;
import dev.roundtable.debate.Venue;
import dev.roundtable.delivery.Delivery;
import dev.roundtable.delivery.Post;
import dev.roundtable.delivery.RemoteId;
import dev.roundtable.safety.VisibleText;
import dev.roundtable.transcript.Block;
import dev.roundtable.transcript.Headlines;
import dev.roundtable.transcript.Phrases;
import dev.roundtable.transcript.Span;
import dev.roundtable.transcript.Words;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The bot's own page in Slack, as one person sees it. */
final class SlackHome {
  /** The button that opens the form. */
  static final String START = "rt-home-start";

  private static final int LISTED = 10;

  private final ChatPorts ports;

  SlackHome(ChatPorts ports) {
    this.ports = ports;
  }

  /**
   * The page.
   *
   * @param address of the workspace, such as {@code https://acme.slack.com/}
   */
  ObjectNode page(String workspace, String address, Visitor by, Words words) {
    var blocks = SlackBlocks.list();
    blocks.add(SlackBlocks.header(words.say("slack.home")));
    blocks.add(SlackBlocks.section(words.say("slack.home.what")));
    var start = SlackBlocks.button(START, words.say("slack.home.start")).put("style", "primary");
    blocks.add(SlackBlocks.actions(List.of(start)));
    var past = ports.past().of(SlackRenderer.PLATFORM, workspace, by.person().id(), LISTED);
    var recent = past.stream().map(item -> line(item, address, words)).toList();
    add(blocks, words.say("slack.home.recent"), recent, words.say("slack.home.none"));
    var panels = plain(ports.panels().lines());
    add(blocks, words.say("slack.home.panels"), panels, words.say("slack.home.none"));
    var here = new Where(SlackRenderer.PLATFORM, workspace, "", null, Venue.Reach.DIRECT);
    var limits = plain(ports.usage().lines(here, by));
    add(blocks, words.say("slack.home.limits"), limits, words.say("slack.home.none"));
    blocks.add(
        SlackBlocks.context(List.of(words.say("chat.privacy.kept"), words.say("record.ai"))));
    var view = SlackBlocks.object().put("type", "home");
    view.set("blocks", blocks);
    return view;
  }

  private static List<List<Span>> plain(List<String> lines) {
    return lines.stream().map(line -> List.of(Span.plain(line))).toList();
  }

  private static void add(ArrayNode blocks, String heading, List<List<Span>> lines, String none) {
    blocks.add(SlackBlocks.divider());
    blocks.add(SlackRichText.bold(heading));
    if (lines.isEmpty()) {
      blocks.add(SlackBlocks.context(List.of(none)));
    } else {
      var items = lines.stream().map(Block::item).toList();
      blocks.addAll(SlackRichText.of(List.of(new Block.ItemList(false, items))));
    }
  }

  private List<Span> line(PastDebates.Item item, String address, Words words) {
    var spans = new ArrayList<Span>();
    var question = Span.plain(VisibleText.line(item.question()));
    var debate = ports.debates().apply(item.debate());
    var link = debate.flatMap(found -> link(found, address));
    spans.add(link.<Span>map(to -> new Span.Link(List.of(question), to)).orElse(question));
    var headline =
        debate
            .flatMap(found ->
                found.lastRuling().map(ruling -> Headlines.of(found, ruling, new Phrases(words))))
            .orElseGet(() -> words.say("chat.noVerdict"));
    spans.add(Span.plain(" · " + headline));
    return spans;
  }

  // As Slack writes its own permanent links: the time stamp without its point.
  private Optional<URI> link(Debate debate, String address) {
    var channel = debate.opened().venue().channel();
    return ports.deliveries().read(debate.id()).stream()
        .filter(delivery -> delivery.key().equals(Post.ANCHOR))
        .map(Delivery::message)
        .filter(Objects::nonNull)
        .map(RemoteId::value)
        .map(ts -> URI.create(address + "archives/" + channel + "/p" + ts.replace(".", "")))
        .findFirst();
  }
}
