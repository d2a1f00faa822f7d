package dev.roundtable.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds what Discord would refuse in a body. The numbers are written out once more on purpose. */
final class BodyCheck {
  private static final Pattern COMMAND_NAME = Pattern.compile("[-_'\\p{L}\\p{N}]{1,32}");
  private static final int SECOND_KIND = 1 << 15;
  private static final int SETTABLE = 4 | 64 | 4096 | SECOND_KIND;

  private final List<String> problems = new ArrayList<>();
  private final Set<String> customIds = new HashSet<>();
  private final Set<Integer> numbers = new HashSet<>();
  private int components;
  private int text;

  static List<String> message(JsonNode body, Set<String> files, boolean creates) {
    var check = new BodyCheck();
    check.checkMessage(body, files, creates);
    return check.problems;
  }

  private void checkMessage(JsonNode body, Set<String> files, boolean creates) {
    int flags = body.path("flags").asInt(0);
    expect((flags & ~SETTABLE) == 0, "flags " + flags);
    var content = body.path("content").asText("");
    expect(content.length() <= 2000, "content of " + content.length());
    if ((flags & SECOND_KIND) != 0) {
      expect(content.isEmpty() || body.path("content").isNull(), "content beside components V2");
      expect(body.path("embeds").isEmpty(), "embeds beside components V2");
      expect(!body.path("components").isEmpty() || !creates, "components V2 without any");
    } else if (creates) {
      expect(
          !content.isBlank() || !body.path("embeds").isEmpty() || !files.isEmpty(),
          "empty message");
    }
    expect(body.path("embeds").size() <= 10, "embeds");
    body.path("embeds").forEach(this::checkEmbed);
    for (var component : body.path("components")) {
      boolean row = component.path("type").asInt() == 1;
      expect(row || (flags & SECOND_KIND) != 0, "components V2 without their flag");
      checkComponent(component, files);
    }
    expect((flags & SECOND_KIND) != 0 || body.path("components").size() <= 5, "rows");
    expect(components <= 40, components + " components");
    expect(text <= 4000, "component text of " + text);
    var nonce = body.path("nonce").asText("");
    expect(nonce.length() <= 25, "nonce of " + nonce.length());
    var mentions = body.path("allowed_mentions");
    expect(!creates || !mentions.isMissingNode(), "no allowed_mentions: everybody would be");
    expect(mentions.path("parse").isEmpty(), "mentions by kind: " + mentions);
    expect(files.size() <= 10, "files");
    for (var attachment : body.path("attachments")) {
      expect(attachment.path("description").asText("").length() <= 1024, "attachment description");
      boolean picture = attachment.path("filename").asText().endsWith(".png");
      expect(!picture || attachment.has("description"), "a picture that nobody describes");
    }
  }

  private void checkEmbed(JsonNode embed) {
    expect(embed.path("title").asText("").length() <= 256, "embed title");
    expect(embed.path("description").asText("").length() <= 4096, "embed description");
    expect(embed.toString().length() <= 6000, "embed in total");
  }

  private void checkComponent(JsonNode component, Set<String> files) {
    components++;
    if (component.path("id").asInt(0) != 0) {
      expect(numbers.add(component.path("id").asInt()), "component id twice");
    }
    switch (component.path("type").asInt()) {
      case 1 -> {
        int size = component.path("components").size();
        expect(size >= 1 && size <= 5, "row of " + size);
        component.path("components").forEach(child -> checkComponent(child, files));
      }
      case 2 -> checkButton(component);
      case 10 -> {
        int length = component.path("content").asText("").length();
        expect(length >= 1 && length <= 4000, "text display of " + length);
        text += length;
      }
      case 12 -> {
        int size = component.path("items").size();
        expect(size >= 1 && size <= 10, "gallery of " + size);
        for (var item : component.path("items")) {
          var url = item.path("media").path("url").asText();
          expect(files.contains(url.replace("attachment://", "")), "no such picture: " + url);
          int length = item.path("description").asText("").length();
          expect(length >= 1 && length <= 1024, "description of " + length);
        }
      }
      case 13 -> {
        var url = component.path("file").path("url").asText();
        expect(url.startsWith("attachment://"), "file at " + url);
        expect(files.contains(url.replace("attachment://", "")), "no such file: " + url);
      }
      case 14 -> {}
      case 17 -> {
        int colour = component.path("accent_color").asInt(0);
        expect(colour >= 0 && colour <= 0xFFFFFF, "colour");
        expect(!component.path("components").isEmpty(), "empty container");
        component.path("components").forEach(child -> checkComponent(child, files));
      }
      default -> expect(false, "component of type " + component.path("type"));
    }
  }

  private void checkButton(JsonNode button) {
    var label = button.path("label").asText("");
    expect(!label.isBlank() && label.length() <= 80, "label of " + label.length());
    if (button.path("style").asInt() == 5) {
      expect(button.path("url").asText("").matches("https?://\\S{1,500}"), "link without address");
      expect(!button.has("custom_id"), "link with an id");
    } else {
      var id = button.path("custom_id").asText("");
      expect(!id.isEmpty() && id.length() <= 100, "custom_id of " + id.length());
      expect(customIds.add(id), "custom_id twice: " + id);
    }
  }

  static List<String> modal(JsonNode data) {
    var check = new BodyCheck();
    check.checkModal(data);
    return check.problems;
  }

  private void checkModal(JsonNode data) {
    expect(length(data, "title") >= 1 && length(data, "title") <= 45, "modal title");
    expect(length(data, "custom_id") >= 1 && length(data, "custom_id") <= 100, "modal id");
    int size = data.path("components").size();
    expect(size >= 1 && size <= 5, "modal of " + size + " components");
    for (var top : data.path("components")) {
      int type = top.path("type").asInt();
      expect(type == 18 || type == 10, "modal component of type " + type);
      if (type == 18) {
        expect(length(top, "label") >= 1 && length(top, "label") <= 45, "label");
        expect(length(top, "description") <= 100, "label description");
        checkInput(top.path("component"));
      }
    }
  }

  private void checkInput(JsonNode input) {
    expect(length(input, "custom_id") >= 1 && length(input, "custom_id") <= 100, "input id");
    expect(customIds.add(input.path("custom_id").asText()), "input id twice");
    if (input.path("type").asInt() == 4) {
      int most = input.path("max_length").asInt(4000);
      expect(most <= 4000, "input of up to " + most);
      expect(length(input, "value") <= most, "prefilled with " + length(input, "value"));
      expect(length(input, "placeholder") <= 100, "placeholder");
    } else {
      expect(input.path("options").size() <= 25, "select options");
      for (var option : input.path("options")) {
        expect(length(option, "label") >= 1 && length(option, "label") <= 100, "option label");
        expect(length(option, "value") >= 1 && length(option, "value") <= 100, "option value");
      }
    }
  }

  static List<String> commands(JsonNode commands) {
    var check = new BodyCheck();
    expectSize(check, commands);
    commands.forEach(check::checkCommand);
    return check.problems;
  }

  private static void expectSize(BodyCheck check, JsonNode commands) {
    check.expect(commands.isArray() && commands.size() <= 100, "commands");
  }

  private void checkCommand(JsonNode command) {
    boolean slash = command.path("type").asInt(1) == 1;
    names(command, slash);
    int size = size(command);
    expect(size <= 8000, command.path("name") + " has " + size + " characters");
    checkOptions(command.path("options"));
  }

  private void checkOptions(JsonNode options) {
    expect(options.size() <= 25, "options");
    boolean optional = false;
    for (var option : options) {
      names(option, true);
      boolean sub = option.path("type").asInt() <= 2;
      expect(sub || !option.path("required").asBoolean() || !optional, "required after optional");
      optional |= !option.path("required").asBoolean();
      expect(option.path("choices").size() <= 25, "choices");
      expect(
          !option.path("autocomplete").asBoolean() || option.path("choices").isEmpty(),
          "autocomplete beside choices");
      expect(option.path("max_length").asInt(1) <= 6000, "max_length");
      expect(!option.has("default_member_permissions"), "permissions below the top");
      checkOptions(option.path("options"));
    }
  }

  private void names(JsonNode node, boolean slash) {
    var all = new ArrayList<String>(List.of(node.path("name").asText()));
    node.path("name_localizations").forEach(name -> all.add(name.asText()));
    for (var name : all) {
      boolean fits =
          slash
              ? COMMAND_NAME.matcher(name).matches() && name.equals(name.toLowerCase(Locale.ROOT))
              : !name.isEmpty() && name.length() <= 32;
      expect(fits, "name " + name);
    }
    var descriptions = new ArrayList<String>(List.of(node.path("description").asText()));
    node.path("description_localizations").forEach(text -> descriptions.add(text.asText()));
    for (var text : descriptions) {
      expect(slash ? !text.isEmpty() && text.length() <= 100 : text.isEmpty(), "text: " + text);
    }
  }

  // The longest localisation of each counts.
  private static int size(JsonNode node) {
    int size = longest(node, "name") + longest(node, "description");
    for (var choice : node.path("choices")) {
      size += longest(choice, "name") + length(choice, "value");
    }
    for (var option : node.path("options")) {
      size += size(option);
    }
    return size;
  }

  private static int longest(JsonNode node, String key) {
    int longest = length(node, key);
    for (var other : node.path(key + "_localizations")) {
      longest = Math.max(longest, other.asText().length());
    }
    return longest;
  }

  private static int length(JsonNode node, String key) {
    return node.path(key).asText("").length();
  }

  private void expect(boolean holds, String problem) {
    if (!holds) {
      problems.add(problem);
    }
  }
}
