package dev.roundtable.chaos;

import dev.roundtable.delivery.Destination;
import dev.roundtable.delivery.LookUp;
import dev.roundtable.delivery.Outcome;
import dev.roundtable.delivery.Outlet;
import dev.roundtable.delivery.Post;
import dev.roundtable.delivery.Post.Place;
import dev.roundtable.delivery.Rate;
import dev.roundtable.delivery.RemoteId;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Posts to a {@link ChatStub}. */
final class StubOutlet implements Outlet {
  static final String PLATFORM = "stub";

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI chat;

  StubOutlet(URI chat) {
    this.chat = chat;
  }

  @Override
  public List<Rate> rates(Destination to, Action action) {
    return List.of(new Rate(to.venue().channel() + "/" + action, Duration.ofMillis(5), 20));
  }

  @Override
  public Duration editGap() {
    return Duration.ofMillis(200);
  }

  @Override
  public Outcome send(Destination to, Post post, String mark) {
    var request =
        request("/send")
            .header("Debate", to.debate().value())
            .header("Mark", mark)
            .POST(HttpRequest.BodyPublishers.ofString(post.payload()));
    if (to.anchor() != null && post.place() == Place.THREAD) {
      request.header("Anchor", to.anchor().value());
    }
    return outcome(request);
  }

  @Override
  public Outcome edit(Destination to, Post post, RemoteId message) {
    var body = HttpRequest.BodyPublishers.ofString(post.payload());
    return outcome(request("/edit?" + message).POST(body));
  }

  @Override
  public Outcome delete(Destination to, Place place, RemoteId message) {
    throw new UnsupportedOperationException();
  }

  @Override
  public LookUp lookUp(Destination to, Place place, String mark, Instant since) {
    try {
      var response =
          http.send(request("/find?" + mark).build(), HttpResponse.BodyHandlers.ofString());
      return response.statusCode() == 404
          ? new LookUp.Absent()
          : new LookUp.Found(new RemoteId(response.body()));
    } catch (IOException e) {
      return new LookUp.Unknown(Duration.ofMillis(100), String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new LookUp.Unknown(Duration.ZERO, "It was interrupted.");
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(chat.resolve(path)).timeout(Duration.ofSeconds(5));
  }

  private Outcome outcome(HttpRequest.Builder request) {
    try {
      var response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Outcome.Done(new RemoteId(response.body()));
    } catch (IOException e) {
      return new Outcome.Unsure(String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Outcome.Unsure("It was interrupted.");
    }
  }
}
