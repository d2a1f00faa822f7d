package dev.roundtable.discord;

import dev.roundtable.chat.Exhibits;
import dev.roundtable.delivery.Destination;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/** The files that go with posts, made when they are posted. */
final class Uploads {
  private static final MediaType MARKDOWN = MediaType.get("text/markdown; charset=utf-8");
  private static final MediaType PNG = MediaType.get("image/png");

  private final Exhibits exhibits;

  /**
   * A file of a message.
   *
   * @param description for those who do not see it, null if it is words
   */
  record Upload(String name, RequestBody content, @Nullable String description) {}

  Uploads(Exhibits exhibits) {
    this.exhibits = exhibits;
  }

  /** The files of what is said to one person, which are words. */
  static List<Upload> of(MessageCreateData said) {
    return said.getFiles().stream()
        .map(file -> new Upload(file.getName(), file.getRequestBody(MARKDOWN), null))
        .toList();
  }

  List<Upload> of(Destination to, Payload payload) {
    var uploads = new ArrayList<Upload>();
    var file = payload.file();
    if (file != null) {
      var text = file.text().getBytes(StandardCharsets.UTF_8);
      uploads.add(new Upload(file.name(), RequestBody.create(text, MARKDOWN), null));
    }
    var picture = payload.picture();
    if (picture != null) {
      exhibits
          .picture(to.debate(), picture.verdict())
          .map(png -> RequestBody.create(png, PNG))
          .ifPresent(png -> uploads.add(new Upload(picture.name(), png, picture.alt())));
    }
    return uploads;
  }
}
