package dev.roundtable.slack;

import com.slack.api.methods.request.files.FilesCompleteUploadExternalRequest;
import com.slack.api.methods.request.files.FilesCompleteUploadExternalRequest.FileDetails;
import com.slack.api.methods.request.files.FilesGetUploadURLExternalRequest;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Files in Slack, which only an app with {@value #SCOPE} may bring there. */
final class SlackFiles {
  static final String SCOPE = "files:write";

  private static final Set<String> GONE = Set.of("file_not_found", "file_deleted");

  /**
   * Something to bring there.
   *
   * @param alt what a picture shows, null if it is none
   * @param channel who can see it, null if only the messages that show it tell of it
   */
  @SuppressWarnings("ArrayRecordComponent")
  record File(String name, byte[] content, @Nullable String alt, @Nullable String channel) {}

  private final SlackApi api;

  SlackFiles(SlackApi api) {
    this.api = api;
  }

  /** False once Slack has said that the app may not. */
  boolean mayWrite() {
    return !api.lacks(SCOPE);
  }

  /** Brings it there, and gives the id by which Slack knows it. */
  SlackReply<String> upload(File file) {
    var begin =
        FilesGetUploadURLExternalRequest.builder()
            .filename(file.name())
            .length(file.content().length)
            .altTxt(file.alt())
            .build();
    return api.call(client -> client.filesGetUploadURLExternal(begin))
        .then(there -> filled(file, there.getUploadUrl(), there.getFileId()));
  }

  private SlackReply<String> filled(File file, String url, String id) {
    var put = api.put(url, file.content());
    if (put.isPresent()) {
      return new SlackReply.Lost<>(put.get(), true);
    }
    var details = FileDetails.builder().id(id).title(file.name()).build();
    var end =
        FilesCompleteUploadExternalRequest.builder()
            .files(List.of(details))
            .channelId(file.channel())
            .build();
    return api.call(client -> client.filesCompleteUploadExternal(end)).map(_ -> id);
  }

  /** Takes it away; one that is gone already is taken away. */
  SlackReply<String> delete(String id) {
    var reply = api.call(client -> client.filesDelete(r -> r.file(id)));
    boolean gone = reply instanceof SlackReply.No<?>(var error, _) && GONE.contains(error);
    return gone ? new SlackReply.Done<>(id) : reply.map(_ -> id);
  }
}
