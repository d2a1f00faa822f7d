package dev.roundtable.panelist;

import dev.roundtable.panelist.ModelHttp.Sent;
import dev.roundtable.safety.Secret;
import dev.roundtable.session.Timer;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/** A vendor, a gateway or a local server: sends, and tries again what another try may help. */
final class Provider {
  private static final int RETRIES = 2;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]+");
  private static final MediaType JSON = MediaType.get("application/json");

  private final ProviderSettings settings;
  private final ModelHttp http;
  private final Timer timer;
  private final Codec codec;
  private final FairGate gate;
  private final @Nullable HttpUrl base;
  private final CallWatch watch;

  /** What came of one question to a model. */
  sealed interface Asked {
    /**
     * An answer.
     *
     * @param moreBilled whether a try before it may be billed too
     */
    record Answered(WireAnswer answer, boolean moreBilled) implements Asked {}

    /**
     * No answer.
     *
     * @param billed whether the provider may bill something for it all the same
     */
    record Failed(Failure failure, boolean billed) implements Asked {}
  }

  Provider(ProviderSettings settings, ModelHttp http, Timer timer) {
    this(settings, http, timer, new FairGate(settings.maxCalls()), CallWatch.NOBODY);
  }

  Provider(ProviderSettings settings, ModelHttp http, Timer timer, FairGate gate, CallWatch watch) {
    this.settings = settings;
    this.http = http;
    this.timer = timer;
    this.codec = Codec.of(settings.codec());
    this.base = HttpUrl.parse(settings.baseUrl().toString());
    this.gate = gate;
    this.watch = watch;
  }

  ProviderSettings settings() {
    return settings;
  }

  String id() {
    return settings.id();
  }

  String host() {
    var host = settings.baseUrl().getHost();
    return host == null ? "" : host.toLowerCase(Locale.ROOT);
  }

  Timer timer() {
    return timer;
  }

  int callsInFlight() {
    return gate.inside();
  }

  /** Of the key as it is now. */
  KeyPrint keyPrint() {
    return KeyPrint.of(key());
  }

  private String key() {
    return settings.apiKey().flatMap(Secret::read).map(String::strip).orElse("");
  }

  /** Asks once, and at most twice more if it is worth it and there is time. */
  Asked ask(ModelSettings model, Ask ask, Manner manner, Errand errand)
      throws InterruptedException {
    boolean billed = false;
    for (int retry = 0; ; retry++) {
      var asked = once(model, ask, manner, errand);
      if (asked instanceof Asked.Answered(var answer, _)) {
        return new Asked.Answered(answer, billed);
      }
      var failure = ((Asked.Failed) asked).failure();
      billed |= ((Asked.Failed) asked).billed();
      var pause = pause(failure, retry);
      if (pause == null || pause.compareTo(errand.left(timer)) >= 0) {
        return new Asked.Failed(failure, billed);
      }
      timer.pause(pause);
    }
  }

  private static @Nullable Duration pause(Failure failure, int retry) {
    if (retry >= RETRIES) {
      return null;
    }
    var usual = FIRST_PAUSE.multipliedBy(1L << retry);
    var spread = usual.plusMillis(ThreadLocalRandom.current().nextLong(usual.toMillis() / 2));
    return switch (failure) {
      case Failure.Busy(_, var retryAfter) -> retryAfter.orElse(spread);
      case Failure.Unreachable _ -> spread;
      case Failure.TimedOut _,
          Failure.Blocked _,
          Failure.NoKey _,
          Failure.KeyRejected _,
          Failure.UnknownModel _,
          Failure.RungUnsupported _,
          Failure.StoreUnknown _,
          Failure.Filtered _,
          Failure.Rejected _,
          Failure.Benched _ ->
          null;
    };
  }

  private Asked once(ModelSettings model, Ask ask, Manner manner, Errand errand)
      throws InterruptedException {
    var secret = settings.apiKey();
    var key = key();
    if (secret.isPresent() && !KEY.matcher(key).matches()) {
      var what = key.isEmpty() ? " is not set" : " holds characters that no key has";
      return new Asked.Failed(new Failure.NoKey(secret.get().origin() + what), false);
    }
    var url = url(model);
    if (url == null) {
      var reason = settings.baseUrl() + " is not an address of http or https";
      return new Asked.Failed(new Failure.Blocked(reason), false);
    }
    gate.enter(errand.debate());
    try {
      var left = errand.left(timer);
      var request = request(url, key, model, ask, manner);
      var from = timer.now();
      var sent = http.send(request, new AddressGuard(settings.allowPrivate()), left);
      var asked = understood(sent, model, key, errand);
      watch.ended(call(model, Duration.between(from, timer.now()), asked));
      return asked;
    } finally {
      gate.leave();
    }
  }

  private CallWatch.Call call(ModelSettings model, Duration took, Asked asked) {
    return switch (asked) {
      case Asked.Answered(var answer, _) ->
          new CallWatch.Call(id(), model.model(), took, answer.used().tokens(), null);
      case Asked.Failed(var failure, _) ->
          new CallWatch.Call(id(), model.model(), took, null, failure.kind());
    };
  }

  private @Nullable HttpUrl url(ModelSettings model) {
    return base == null
        ? null
        : base.newBuilder().addPathSegments(trimmed(base, codec.path(model.model()))).build();
  }

  // Somebody who writes the version into the base address means it once.
  private static String trimmed(HttpUrl base, String path) {
    var last = base.pathSegments().getLast();
    return !last.isEmpty() && path.startsWith(last + "/")
        ? path.substring(last.length() + 1)
        : path;
  }

  private Request request(HttpUrl url, String key, ModelSettings model, Ask ask, Manner manner) {
    var body = codec.body(model, ask, manner.rung());
    if (!manner.store()) {
      body.remove("store");
    }
    if (host().equals("openrouter.ai") || host().endsWith(".openrouter.ai")) {
      body.putObject("provider").put("data_collection", "deny");
    }
    var request =
        new Request.Builder().url(url).post(RequestBody.create(WireJson.bytes(body), JSON));
    codec.headers(key).forEach(request::header);
    return request.header("Accept", "application/json").build();
  }

  private Asked understood(Sent sent, ModelSettings model, String key, Errand errand) {
    return switch (sent) {
      case Sent.TimedOut() -> new Asked.Failed(new Failure.TimedOut(errand.allowed()), true);
      case Sent.Blocked(var reason) -> new Asked.Failed(new Failure.Blocked(reason), false);
      case Sent.Lost(var what, var stage) -> lost(ProviderWords.of(what, key), stage);
      case Sent.Replied replied -> understood(replied, model, key);
    };
  }

  private static Asked lost(String reason, ModelHttp.Stage stage) {
    return switch (stage) {
      case CONNECTING -> new Asked.Failed(new Failure.Unreachable(reason), false);
      case WAITING -> new Asked.Failed(new Failure.Unreachable(reason), true);
      case READING -> new Asked.Failed(new Failure.Rejected(reason), true);
    };
  }

  private Asked understood(Sent.Replied replied, ModelSettings model, String key) {
    var json = WireJson.read(replied.body());
    if (replied.status() / 100 != 2) {
      var words = json.map(ErrorText::in).orElse(replied.body());
      return refused(replied, replied.status(), words, model, key);
    }
    if (json.isEmpty()) {
      var type = replied.headers().get("Content-Type");
      var reason = "not JSON but " + (type == null ? "" : type + ": ") + replied.body();
      return new Asked.Failed(new Failure.Rejected(ProviderWords.of(reason, key)), true);
    }
    var answer = codec.read(json.get());
    if (answer.ending() instanceof WireAnswer.Ending.Failed(var status, var words)) {
      return refused(replied, status, words, model, key);
    }
    return new Asked.Answered(answer, false);
  }

  private Asked.Failed refused(
      Sent.Replied replied, int status, String words, ModelSettings model, String key) {
    var number = status == 0 ? "" : status + ": ";
    var where = replied.status() / 100 == 3 ? "a redirect, which is not followed " : "";
    var retryAfter = Refusals.retryAfter(replied.headers(), replied.body(), timer.now());
    var reason = ProviderWords.of(number + where + words, key);
    var failure = Refusals.failure(status, words, reason, retryAfter);
    return new Asked.Failed(
        failure instanceof Failure.UnknownModel
            ? new Failure.UnknownModel("model " + model.model() + " of " + id() + ": " + reason)
            : failure,
        false);
  }
}
