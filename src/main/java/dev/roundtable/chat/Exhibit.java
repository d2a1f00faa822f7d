package dev.roundtable.chat;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What goes with a verdict besides its words: a link to its page, and a picture, which is drawn by
 * {@link Exhibits#picture} when it is posted.
 *
 * @param verdict its number
 * @param page where the debate can be read and passed on, null where it has no page that people
 *     reach
 * @param alt the picture in words, at most 1,000 characters
 */
public record Exhibit(int verdict, @Nullable URI page, String alt) {}
