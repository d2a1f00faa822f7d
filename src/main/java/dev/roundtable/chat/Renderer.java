package dev.roundtable.chat;

import dev.roundtable.debate.Venue;
import dev.roundtable.delivery.Post;
import java.util.List;

/** Gives messages the form of a platform. Pure: the same message gives the same posts. */
@FunctionalInterface
public interface Renderer {
  /** One post, or several where one would be too long; their keys begin with the message's. */
  List<Post> render(Message message, Venue venue);
}
