package dev.roundtable.transcript;

import java.text.MessageFormat;
import java.text.ParsePosition;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/** The bot's own words in one language. */
public final class Words {
  private static final String BUNDLE = "dev.roundtable.transcript.Words";

  private final ResourceBundle bundle;
  private final Locale locale;

  private Words(ResourceBundle bundle, Locale locale) {
    this.bundle = bundle;
    this.locale = locale;
  }

  /** In that language if there is a bundle for it, else in English. */
  public static Words in(Locale locale) {
    var english =
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_DEFAULT);
    return new Words(ResourceBundle.getBundle(BUNDLE, locale, english), locale);
  }

  /**
   * The words of that key with the arguments in their places; an argument is never read for places.
   *
   * @throws java.util.MissingResourceException if the bundle lacks the key
   */
  public String say(String key, Object... arguments) {
    return new MessageFormat(bundle.getString(key), locale).format(arguments);
  }

  /** What stands in the places of that key's words, if the text is just these words. */
  Optional<List<Object>> find(String key, String text) {
    var end = new ParsePosition(0);
    var found = new MessageFormat(bundle.getString(key), locale).parse(text, end);
    return found != null && end.getIndex() == text.length()
        ? Optional.of(List.of(found))
        : Optional.empty();
  }

  /** The language, as a tag. */
  public String language() {
    return locale.getLanguage().isEmpty() ? "en" : locale.toLanguageTag();
  }

  /** One, one and two, or one, two and three. */
  public String list(List<String> items) {
    if (items.size() < 2) {
      return String.join("", items);
    }
    var front = String.join(", ", items.subList(0, items.size() - 1));
    return say("list.and", front, items.getLast());
  }
}
