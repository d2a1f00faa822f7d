package dev.roundtable.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import net.dv8tion.jda.api.requests.ErrorResponse;
import org.junit.jupiter.api.Test;

class PayloadTest {
  @Test
  void whatAnEarlierVersionLeftToBePostedGoesWithoutItsFileWhereNoneMayBeAttached() {
    var left =
        Payload.read(
            """
            {"message": {"content": "For it."}, "file": {"name": "a.md", "text": "For it, as"},
             "keystone": false}
            """);
    var tried = new ArrayList<Payload>();

    var reply =
        left.inAnyForm(form -> {
          tried.add(form);
          var missing = ErrorResponse.MISSING_PERMISSIONS;
          return form.file() == null
              ? new RestReply.Given(JsonNodeFactory.instance.objectNode())
              : new RestReply.Denied(missing.getCode(), missing.getMeaning());
        });

    assertThat(reply).isInstanceOf(RestReply.Given.class);
    assertThat(tried).hasSize(2);
    assertThat(tried.getLast().message().path("content").asText()).isEqualTo("For it.");
  }
}
