package dev.roundtable.export;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** An element while it is put together. */
public final class Tag implements Html {
  private static final Pattern NAME = Pattern.compile("[a-zA-Z][a-zA-Z0-9]*");
  private static final Pattern ATTRIBUTE = Pattern.compile("[a-zA-Z][a-zA-Z0-9-]*");
  private static final Pattern OWN_PLACE = Pattern.compile("#\\S*|/(?![/\\\\])\\S*");
  // What runs, loads or is not escaped; each has a way of its own or none.
  private static final Set<String> CLOSED =
      Set.of("script", "style", "iframe", "object", "embed", "base", "template", "foreignobject");
  private static final Set<String> VOID = Set.of("br", "hr", "img", "input", "link", "meta", "wbr");
  private static final Set<String> PLACES =
      Set.of("href", "src", "action", "formaction", "srcdoc", "srcset", "data", "style");

  private final String name;
  private final Map<String, String> attributes = new LinkedHashMap<>();
  private final List<Html> children = new ArrayList<>();

  private Tag(String name) {
    this.name = name;
  }

  /**
   * An element of that name.
   *
   * @throws IllegalArgumentException for an element that could run or load something
   */
  public static Tag of(String name, Html... children) {
    if (!NAME.matcher(name).matches() || CLOSED.contains(name.toLowerCase(Locale.ROOT))) {
      throw new IllegalArgumentException("not an element for a page: " + name);
    }
    return new Tag(name).add(children);
  }

  /** An element with words in it. */
  public static Tag of(String name, String text) {
    return of(name).add(Html.text(text));
  }

  /** A link to somewhere on this server or page. */
  public static Tag link(String place, Html... children) {
    return of("a", children).place("href", place);
  }

  /** A link into the web, which learns nothing of this page. */
  public static Tag link(URI address, Html... children) {
    var scheme = String.valueOf(address.getScheme());
    if (!scheme.equalsIgnoreCase("https") && !scheme.equalsIgnoreCase("http")) {
      throw new IllegalArgumentException("not a web address: " + address);
    }
    var link = of("a", children);
    link.attributes.put("href", address.toString());
    return link.with("rel", "noopener noreferrer nofollow ugc");
  }

  /** A script file of this server. */
  public static Tag script(String place) {
    return new Tag("script").place("src", place).with("defer", "");
  }

  /** A style sheet of our own inside the page. */
  static Tag style(StyleSheet sheet) {
    var style = new Tag("style");
    style.children.add(sheet);
    return style;
  }

  /** With that attribute; an empty value stands for a bare name. */
  public Tag with(String attribute, String value) {
    if (!ATTRIBUTE.matcher(attribute).matches()
        || attribute.toLowerCase(Locale.ROOT).startsWith("on")
        || PLACES.contains(attribute.toLowerCase(Locale.ROOT))) {
      throw new IllegalArgumentException("not an attribute for a page: " + attribute);
    }
    attributes.put(attribute, value);
    return this;
  }

  public Tag with(String attribute, long value) {
    return with(attribute, Long.toString(value));
  }

  public Tag classed(String names) {
    return with("class", names);
  }

  /** With an attribute that leads to somewhere on this server or page. */
  public Tag place(String attribute, String place) {
    if (!PLACES.contains(attribute) || !OWN_PLACE.matcher(place).matches()) {
      throw new IllegalArgumentException("not a place of ours: " + attribute + " " + place);
    }
    attributes.put(attribute, place);
    return this;
  }

  public Tag add(Html... more) {
    children.addAll(List.of(more));
    return this;
  }

  public Tag add(List<? extends Html> more) {
    children.addAll(more);
    return this;
  }

  public Tag text(String text) {
    return add(Html.text(text));
  }

  void writeTo(StringBuilder page) {
    page.append('<').append(name);
    attributes.forEach((attribute, value) -> {
      page.append(' ').append(attribute);
      if (!value.isEmpty()) {
        page.append("=\"");
        Html.escape(value, page);
        page.append('"');
      }
    });
    page.append('>');
    if (!VOID.contains(name)) {
      children.forEach(child -> Html.write(child, page));
      page.append("</").append(name).append('>');
    }
  }
}
