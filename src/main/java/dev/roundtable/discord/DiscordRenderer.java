package dev.roundtable.discord;

import dev.roundtable.chat.Message;
import dev.roundtable.chat.Renderer;
import dev.roundtable.debate.Venue;
import dev.roundtable.delivery.Post;
import dev.roundtable.transcript.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Messages as Discord shows them: the card, the verdict and whole rounds as components, a seat's
 * answer as an ordinary message. All but a verdict is silent.
 */
public final class DiscordRenderer implements Renderer {
  @Override
  public List<Post> render(Message message, Venue venue) {
    var words = Words.in(Locale.forLanguageTag(venue.language()));
    return switch (message) {
      case Message.Card card -> List.of(card(card, venue, words));
      case Message.Part part -> new PartForm(words).posts(part, venue);
      // In a direct conversation the whole verdict is there already.
      case Message.Announcement announcement ->
          venue.reach() == Venue.Reach.DIRECT
              ? List.of()
              : List.of(announcement(announcement, words));
      case Message.Collecting collecting -> List.of(collecting(collecting, words));
      case Message.Notice(var key, var sentence) -> {
        var text = DiscordText.cut(DiscordText.line(sentence), DiscordLimits.CONTENT);
        var payload = Payload.of(Components.message(text, List.of()));
        yield List.of(new Post(key, Post.Place.CHANNEL, payload.write(), true));
      }
    };
  }

  private static Post card(Message.Card card, Venue venue, Words words) {
    var form = new CardForm(card, venue, words);
    boolean prompt = card.phase() != Message.Phase.RUNNING || turns(card);
    return new Post(card.key(), Post.Place.CHANNEL, form.payload().write(), prompt);
  }

  // A round ends, as nobody is waited for, or the next begins, as everybody is.
  private static boolean turns(Message.Card card) {
    var waiting =
        card.seats().stream().filter(seat -> seat.mark() == Message.SeatLine.Mark.WAITING).count();
    boolean begins = waiting == card.seats().size() && !card.counts().isEmpty();
    return waiting == 0 || begins;
  }

  // A push shows words alone, so they go first.
  private static Post announcement(Message.Announcement announcement, Words words) {
    var buttons = new ArrayList<>(new Buttons(words).of(announcement.controls()));
    buttons.add(Components.link(words.say("discord.button.read"), CardForm.THREAD));
    var rows = Components.rows(buttons);
    var asker = announcement.asker().id();
    var text = "<@" + asker + "> " + DiscordText.line(announcement.sentence());
    var plain = Components.message(DiscordText.cut(text, DiscordLimits.CONTENT), rows);
    plain.put("flags", Components.SUPPRESS_EMBEDS);
    var parts = new ArrayList<>(List.of(Components.text(text)));
    parts.addAll(rows);
    var card = Components.message(List.of(Components.container(CardForm.BLURPLE, parts)));
    var payload = Payload.of(card).orPlain(plain).pushing(plain, asker);
    return new Post(announcement.key(), Post.Place.CHANNEL, payload.write(), true);
  }

  private static Post collecting(Message.Collecting collecting, Words words) {
    var rows = Components.rows(new Buttons(words).of(collecting.controls()));
    var text = DiscordText.line(collecting.sentence());
    var message = Components.message(DiscordText.cut(text, DiscordLimits.CONTENT), rows);
    return new Post(
        collecting.key(), Post.Place.THREAD, Payload.of(message).write(), rows.isEmpty());
  }
}
