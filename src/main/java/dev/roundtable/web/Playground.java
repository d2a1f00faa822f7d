package dev.roundtable.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.roundtable.chat.Answer;
import dev.roundtable.chat.Control;
import dev.roundtable.chat.PastDebates;
import dev.roundtable.chat.Visitor;
import dev.roundtable.chat.Where;
import dev.roundtable.debate.DebateId;
import dev.roundtable.debate.MessageId;
import dev.roundtable.debate.Person;
import dev.roundtable.debate.Venue;
import dev.roundtable.transcript.Words;
import dev.roundtable.web.WebPorts.PlaygroundPorts;
import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HttpStatus;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** A chat channel in the browser, on which Roundtable can be tried before it joins a real one. */
final class Playground {
  static final String PLATFORM = "web";

  private static final Where CHANNEL =
      new Where(PLATFORM, "", "playground", null, Venue.Reach.PUBLIC);
  private static final String PREFIX = "/roundtable";
  // A path such as /etc/hosts is none.
  private static final Pattern COMMAND = Pattern.compile("/[\\p{L}\\d_-]+");
  private static final int OLD = 8;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final WebPorts ports;
  private final PlaygroundPorts own;
  private final Pages pages;
  private final Operators operators;
  private final LiveStream stream;
  private final Map<String, Channel> channels = new ConcurrentHashMap<>();
  private final Words words = Words.in(Locale.ENGLISH);
  private final Visitor visitor;
  private final PlaygroundPage page;

  Playground(
      WebPorts ports, PlaygroundPorts own, Pages pages, Operators operators, LiveStream stream) {
    this.ports = ports;
    this.own = own;
    this.pages = pages;
    this.operators = operators;
    this.stream = stream;
    this.visitor =
        new Visitor(
            new Person("web:you", words.say("playground.you")),
            Visitor.Standing.ADMIN,
            Set.of(),
            words.language());
    this.page = new PlaygroundPage(words);
  }

  void routes(RoutesConfig routes) {
    routes.get("/", this::show);
    routes.get("/playground/live", request -> stream.serve(request, channel(csrf(request)).live()));
    routes.post("/playground/command", this::command);
    routes.post("/playground/ask", this::ask);
    routes.post("/playground/reply", this::reply);
    routes.post("/playground/press", this::press);
    routes.post("/playground/moderate", this::moderate);
  }

  void close() {
    channels.values().forEach(Channel::close);
  }

  private String csrf(Context request) {
    return operators
        .csrf(request)
        .orElseThrow(() -> new ForbiddenResponse(words.say("playground.closed")));
  }

  // What a page shows holds the token that its buttons send.
  private Channel channel(String csrf) {
    return channels.computeIfAbsent(
        csrf,
        token -> {
          var old =
              own.past().inChannel(CHANNEL, OLD).reversed().stream()
                  .map(PastDebates.Item::debate)
                  .toList();
          return new Channel(ports.feed(), pages, token, old);
        });
  }

  private void show(Context request) {
    var csrf = operators.csrf(request);
    if (csrf.isEmpty() && operators.haveToken()) {
      request.redirect("/operator", HttpStatus.SEE_OTHER);
      return;
    }
    var token = csrf(request);
    var shown = channel(token).shown();
    Answers.html(request, page.document(shown, token, own.panels(), operators.haveToken()), false);
  }

  private void command(Context post) throws JsonProcessingException {
    var typed = field(post, "text").strip();
    var first = typed.split("\\s", 2)[0];
    boolean whole = first.equals(PREFIX);
    boolean other = !whole && COMMAND.matcher(first).matches();
    var text = whole ? typed.substring(PREFIX.length()).strip() : typed;
    answer(
        post,
        token ->
            other
                ? Answer.Told.sentence(words.say("playground.noCommand", first))
                : own.desk().command(CHANNEL, visitor, token, text));
  }

  private void ask(Context post) throws JsonProcessingException {
    var asked = PlaygroundPage.ask(post::formParam);
    answer(post, token -> own.desk().ask(CHANNEL, visitor, token, asked));
  }

  private void reply(Context post) throws JsonProcessingException {
    var debate = debate(field(post, "debate"));
    var text = field(post, "text");
    boolean aside = text.strip().startsWith("//");
    answer(
        post,
        token ->
            aside
                ? new Answer.Silence()
                : own.desk().followUp(debate, CHANNEL, visitor, token, text));
  }

  private void press(Context post) throws JsonProcessingException {
    var control =
        Control.of(field(post, "control"))
            .orElseThrow(() -> new BadRequestResponse(words.say("playground.unknown")));
    answer(post, token -> own.desk().press(CHANNEL, visitor, token, control));
    if (control instanceof Control.Delete && ports.feed().now(control.debate()).isEmpty()) {
      channel(csrf(post)).remove(control.debate());
    }
  }

  private void moderate(Context post) throws JsonProcessingException {
    var debate = debate(field(post, "debate"));
    var key = field(post, "message");
    boolean hides = field(post, "deed").equals("hide");
    answer(
        post,
        message ->
            hides
                ? own.desk().hide(CHANNEL, visitor, message, debate, key)
                : own.desk().report(CHANNEL, visitor, debate, key));
  }

  private DebateId debate(String id) {
    try {
      return new DebateId(id);
    } catch (IllegalArgumentException _) {
      throw new BadRequestResponse(words.say("playground.unknown"));
    }
  }

  private static String field(Context post, String name) {
    return Objects.requireNonNullElse(post.formParam(name), "");
  }

  private interface Deed {
    Answer on(MessageId message);
  }

  // A form that a script has sent hears in place what is said; any other sees the channel again.
  private void answer(Context post, Deed deed) throws JsonProcessingException {
    var csrf = csrf(post);
    Door.checkOrigin(post, csrf);
    var once = field(post, "once");
    var message = once.matches("[a-f0-9-]{36}") ? once : UUID.randomUUID().toString();
    var answer = deed.on(new MessageId(PLATFORM + ":" + message));
    if (answer instanceof Answer.Opened(var debate)) {
      channel(csrf).add(debate);
    }
    if (post.header("X-Requested-With") == null) {
      post.redirect("/", HttpStatus.SEE_OTHER);
    } else {
      var said = new Said(words, csrf).of(answer);
      post.contentType("application/json").result(JSON.writeValueAsString(said));
    }
  }
}
