package dev.roundtable.slack;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roundtable.chat.Message;
import dev.roundtable.chat.Renderer;
import dev.roundtable.debate.Venue;
import dev.roundtable.delivery.Post;
import dev.roundtable.transcript.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Gives messages the form of Slack's blocks. */
public final class SlackRenderer implements Renderer {
  /** How Slack debates are named in a {@link Venue}. */
  public static final String PLATFORM = "slack";

  private final boolean richBlocks;

  /**
   * A renderer.
   *
   * @param richBlocks whether to use plan, task and table blocks, with plain ones to fall back on
   */
  public SlackRenderer(boolean richBlocks) {
    this.richBlocks = richBlocks;
  }

  @Override
  public List<Post> render(Message message, Venue venue) {
    var words = Words.in(Locale.forLanguageTag(venue.language()));
    return switch (message) {
      case Message.Card card -> List.of(card(card, words));
      case Message.Part part -> part(part, words);
      case Message.Announcement announcement -> List.of(announcement(announcement, words));
      case Message.Collecting collecting -> List.of(collecting(collecting, words));
      case Message.Notice notice -> List.of(notice(notice));
    };
  }

  private Post card(Message.Card card, Words words) {
    var form = new SlackCard(card, words);
    var plain = form.plainBlocks();
    var payload =
        richBlocks
            ? new SlackPayload(form.text(), form.richBlocks()).orPlain(plain)
            : new SlackPayload(form.text(), plain);
    boolean runs = card.phase() == Message.Phase.RUNNING;
    return post(card, Post.Place.CHANNEL, payload.atWork(runs));
  }

  private List<Post> part(Message.Part part, Words words) {
    var payloads = new ArrayList<>(payloads(part, words));
    var exhibit = part.exhibit();
    if (exhibit != null) {
      var picture = new SlackPayload.Picture(exhibit.verdict(), exhibit.alt());
      payloads.set(0, payloads.getFirst().with(picture));
    }
    var posts = new ArrayList<Post>();
    for (int i = 0; i < payloads.size(); i++) {
      var key = i == 0 ? part.key() : part.key() + "+" + (i + 1);
      posts.add(post(key, Post.Place.THREAD, payloads.get(i)));
    }
    return posts;
  }

  private List<SlackPayload> payloads(Message.Part part, Words words) {
    var plain = new SlackPart(part, words, false).payloads();
    var rich = richBlocks ? new SlackPart(part, words, true).payloads() : plain;
    return rich.equals(plain) || rich.size() != plain.size()
        ? plain
        : IntStream.range(0, rich.size())
            .mapToObj(i -> rich.get(i).orPlain(plain.get(i).blocks()))
            .toList();
  }

  private static Post announcement(Message.Announcement announcement, Words words) {
    var blocks = SlackBlocks.list();
    blocks.add(SlackRichText.mentioning(announcement.sentence(), announcement.asker().id()));
    var text = SlackText.mrkdwn(announcement.sentence());
    addButtons(blocks, new SlackButtons(words).of(announcement.controls()));
    var payload = new SlackPayload(text, blocks);
    return post(announcement, Post.Place.CHANNEL, payload);
  }

  private static Post collecting(Message.Collecting collecting, Words words) {
    var blocks = SlackBlocks.list();
    blocks.add(SlackBlocks.section(collecting.sentence()));
    addButtons(blocks, new SlackButtons(words).of(collecting.controls()));
    var payload = new SlackPayload(SlackText.mrkdwn(collecting.sentence()), blocks);
    return post(collecting, Post.Place.THREAD, payload);
  }

  private static Post notice(Message.Notice notice) {
    var blocks = SlackBlocks.list();
    blocks.add(SlackBlocks.section(notice.sentence()));
    var payload = new SlackPayload(SlackText.mrkdwn(notice.sentence()), blocks);
    return post(notice, Post.Place.CHANNEL, payload);
  }

  private static Post post(Message message, Post.Place place, SlackPayload payload) {
    return post(message.key(), place, payload);
  }

  // No change is prompt, not even an end: all debates of a workspace share its edits, and a card
  // changes with each vote of the team.
  private static Post post(String key, Post.Place place, SlackPayload payload) {
    return new Post(key, place, payload.write(), false);
  }

  private static void addButtons(ArrayNode blocks, List<ObjectNode> buttons) {
    if (!buttons.isEmpty()) {
      blocks.add(SlackBlocks.actions(buttons));
    }
  }
}
