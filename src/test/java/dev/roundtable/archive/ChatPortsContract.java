package dev.roundtable.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roundtable.chat.Ask;
import dev.roundtable.chat.Askers;
import dev.roundtable.chat.ChannelSettings;
import dev.roundtable.chat.Drafts.Draft;
import dev.roundtable.chat.FollowUps;
import dev.roundtable.chat.PastDebates.Item;
import dev.roundtable.chat.Visitor;
import dev.roundtable.chat.Where;
import dev.roundtable.debate.DebateEvent;
import dev.roundtable.debate.DebateId;
import dev.roundtable.debate.Given;
import dev.roundtable.debate.Mode;
import dev.roundtable.debate.Person;
import dev.roundtable.debate.RandomDebate;
import dev.roundtable.debate.Venue;
import dev.roundtable.session.SettableTimer;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a chat finds again in every database. */
@Timeout(60)
abstract class ChatPortsContract {
  private static final Where CHANNEL = new Where("slack", "T1", "C1", "17.01", Venue.Reach.PRIVATE);
  private static final DebateId ID = new DebateId("debate-1");

  private final SettableTimer timer = new SettableTimer();

  @SuppressWarnings("NullAway.Init")
  private String url;

  @SuppressWarnings("NullAway.Init")
  private DebateStore store;

  /** Of an empty database. */
  abstract String url();

  @BeforeEach
  void open() {
    url = url();
    store = DebateStore.open(url, TestDatabases.login(url), timer::now);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private static Where in(String platform, String workspace, String channel) {
    return new Where(platform, workspace, channel, null, Venue.Reach.PUBLIC);
  }

  @Test
  void aRepeatIsToldFromTheFirstForAsLongAsIsAsked() {
    var repeats = store.repeats();
    var minute = Duration.ofMinutes(1);
    assertThat(repeats.isRepeat("a", minute)).isFalse();
    assertThat(repeats.isRepeat("b", minute)).isFalse();
    assertThat(repeats.isRepeat("a", minute)).isTrue();
    timer.advance(Duration.ofSeconds(59));
    assertThat(repeats.isRepeat("a", minute)).isTrue();
    timer.advance(Duration.ofSeconds(1));
    assertThat(repeats.isRepeat("a", minute)).isFalse();
    assertThat(repeats.isRepeat("a", minute)).isTrue();
  }

  @Test
  void aMemoSaysWhatWasWrittenLastUntilItIsErased() {
    var memo = store.memo();
    assertThat(memo.read("a")).isEmpty();
    memo.write("a", "first");
    memo.write("a", "second");
    memo.write("b", "other");
    assertThat(memo.read("a")).contains("second");
    memo.erase("a");
    memo.erase("never there");
    assertThat(memo.read("a")).isEmpty();
    assertThat(memo.read("b")).contains("other");
  }

  @Test
  void whatWasNeverChosenIsNotThere() {
    assertThat(store.settings().ofChannel(CHANNEL)).isEqualTo(ChannelSettings.NONE);
    assertThat(store.settings().ofWorkspace(CHANNEL)).isEqualTo(ChannelSettings.NONE);
  }

  @Test
  void theLastChoiceHoldsForItsOwnPlaceWhateverTheThread() {
    var first =
        new ChannelSettings(
            Optional.of("direct"),
            Optional.of(Venue.Style.DIGEST),
            Optional.of(Askers.ADMINS),
            Optional.of(FollowUps.MENTION));
    var second =
        new ChannelSettings(
            Optional.empty(), Optional.of(Venue.Style.VOICES), Optional.empty(), Optional.empty());
    store.settings().chooseForChannel(CHANNEL, first, Given.ANNA);
    store.settings().chooseForWorkspace(CHANNEL, second, Given.ANNA);
    store.settings().chooseForChannel(in("slack", "T1", "C2"), first, Given.ANNA);
    store.settings().chooseForChannel(in("slack", "T1", "C2"), second, Given.ANNA);

    assertThat(store.settings().ofChannel(in("slack", "T1", "C1"))).isEqualTo(first);
    assertThat(store.settings().ofWorkspace(in("slack", "T1", "C9"))).isEqualTo(second);
    assertThat(store.settings().ofChannel(in("slack", "T1", "C2"))).isEqualTo(second);
    assertThat(store.settings().ofChannel(in("slack", "T1", "C9"))).isEqualTo(ChannelSettings.NONE);
    assertThat(store.settings().ofChannel(in("slack", "T2", "C1"))).isEqualTo(ChannelSettings.NONE);
    assertThat(store.settings().ofChannel(in("discord", "T1", "C1")))
        .isEqualTo(ChannelSettings.NONE);
  }

  @Test
  void everyWordOfAChoiceComesBack() {
    for (var askers : Askers.values()) {
      for (var followUps : FollowUps.values()) {
        var chosen =
            new ChannelSettings(
                Optional.empty(), Optional.empty(), Optional.of(askers), Optional.of(followUps));
        store.settings().chooseForChannel(CHANNEL, chosen, Given.ANNA);
        assertThat(store.settings().ofChannel(CHANNEL)).isEqualTo(chosen);
      }
    }
  }

  private static Draft draft(String context) {
    var by =
        new Visitor(
            new Person("U1", "Anna \ud83d\ude00"),
            Visitor.Standing.GUEST,
            Set.of("R1", "R2"),
            "de");
    var ask =
        new Ask("'; drop table draft; --", List.of("a", "b"), "direct", Mode.POLL, 3, context);
    return new Draft(CHANNEL, by, ask);
  }

  @Test
  void aDraftComesBackAsItWasHoweverLongAndOnlyOnce() {
    var draft = draft("A \0 thread.\n".repeat(100_000));
    store.drafts().keep(ID, draft);

    assertThat(store.drafts().take(new DebateId("other"), Given.ANNA)).isEmpty();
    assertThat(store.drafts().take(ID, Given.BEN)).isEmpty();
    assertThat(store.drafts().take(ID, Given.ANNA)).contains(draft);
    assertThat(store.drafts().take(ID, Given.ANNA)).isEmpty();
  }

  @Test
  void aDraftWithoutChoicesComesBackToo() {
    var by = new Visitor(Given.ANNA, Visitor.Standing.MEMBER, Set.of(), "en");
    var draft = new Draft(in("discord", "G1", "C1"), by, Ask.typed("Why?"));
    store.drafts().keep(ID, draft);
    store.drafts().keep(ID, draft);

    assertThat(store.drafts().take(ID, Given.ANNA)).contains(draft);
  }

  @Test
  void aDraftOfAnHourIsGone() {
    store.drafts().keep(ID, draft("x"));
    timer.advance(Duration.ofMinutes(59));
    store.drafts().keep(new DebateId("debate-2"), draft("y"));
    timer.advance(Duration.ofMinutes(1));

    assertThat(store.drafts().take(ID, Given.ANNA)).isEmpty();
    assertThat(store.drafts().take(new DebateId("debate-2"), Given.ANNA)).contains(draft("y"));
  }

  @Test
  void ofManyWhoPressGoOneGetsTheDraft() throws Exception {
    store.drafts().keep(ID, draft("x"));
    var taken =
        ArchiveContract.atOnce(
            Collections.<Callable<Boolean>>nCopies(
                8, () -> store.drafts().take(ID, Given.ANNA).isPresent()));

    assertThat(taken).containsOnlyOnce(true);
  }

  private void held(String id, String channel, Person asker, List<DebateEvent> rest) {
    held(id, in("slack", "T1", channel), asker, rest);
  }

  private void held(String id, Where where, Person asker, List<DebateEvent> rest) {
    var venue = where.venue(Venue.Style.VOICES, "en");
    var opened = (DebateEvent.Opened) rest.getFirst();
    var archive = store.archive();
    var lease = archive.lease(new DebateId(id));
    archive.append(
        lease,
        new DebateEvent.Opened(
            new DebateId(id), opened.question(), opened.panel(), opened.rules(), asker, venue));
    rest.stream().skip(1).forEach(event -> archive.append(lease, event));
    timer.advance(Duration.ofMinutes(1));
  }

  @Test
  void debatesAreFoundByTheirChannelAndByTheirAskerLatestFirst() {
    var whole = new RandomDebate(1).play().events();
    held("first", "C1", Given.ANNA, whole);
    held("second", "C2", Given.ANNA, whole.subList(0, 1));
    held("third", "C1", Given.BEN, whole.subList(0, 1));

    assertThat(store.past().inChannel(CHANNEL, 9))
        .extracting(Item::debate)
        .containsExactly(new DebateId("third"), new DebateId("first"));
    assertThat(store.past().inChannel(CHANNEL, 1)).hasSize(1);
    assertThat(store.past().inChannel(in("slack", "T2", "C1"), 9)).isEmpty();
    assertThat(store.past().of("slack", "T1", "U1", 9))
        .extracting(Item::debate)
        .containsExactly(new DebateId("second"), new DebateId("first"));
    assertThat(store.past().of("discord", "T1", "U1", 9)).isEmpty();
  }

  @Test
  void aDebateOfAPrivateThreadIsFoundInThatThreadAlone() {
    var whole = new RandomDebate(1).play().events();
    var thread = new Where("discord", "G1", "C1", "C11", Venue.Reach.THREAD);
    held("first", new Where("discord", "G1", "C1", null, Venue.Reach.PRIVATE), Given.ANNA, whole);
    held("second", new Where("discord", "G1", "C1", "C10", Venue.Reach.PRIVATE), Given.ANNA, whole);
    held("third", thread, Given.ANNA, whole);
    held("fourth", thread, Given.ANNA, whole);

    for (var outside :
        List.of(
            new Where("discord", "G1", "C1", null, Venue.Reach.PUBLIC),
            new Where("discord", "G1", "C1", "C10", Venue.Reach.PRIVATE),
            new Where("discord", "G1", "C1", "C12", Venue.Reach.THREAD))) {
      assertThat(store.past().inChannel(outside, 2))
          .extracting(Item::debate)
          .containsExactly(new DebateId("second"), new DebateId("first"));
    }
    assertThat(store.past().inChannel(thread, 3))
        .extracting(Item::debate)
        .containsExactly(new DebateId("fourth"), new DebateId("third"), new DebateId("second"));
  }

  @Test
  void anOlderDebateThatMayHaveBeenInAPrivateThreadIsFoundInThatThreadAlone() {
    var whole = new RandomDebate(1).play().events();
    var thread = new Where("discord", "G1", "C1", "C10", Venue.Reach.PRIVATE);
    var channel = new Where("discord", "G1", "C1", null, Venue.Reach.PRIVATE);
    held("first", channel, Given.ANNA, whole);
    held("second", thread, Given.ANNA, whole);
    store.close();
    var posted =
        """
        insert into delivery
          (debate_id, post_key, place, platform, workspace, channel, thread, state, at_millis)
        select id, 'card', 'channel', platform, workspace, channel,
          case when id = 'second' then 'C10' end, 'sent', 0
        from debate
        """;
    try (var older = TestDatabases.open(url)) {
      older.write(handle -> {
        handle.execute(posted);
        handle.execute("alter table debate drop column private_thread");
        return handle.execute("delete from flyway_schema_history where version = '13'");
      });
    }
    store = DebateStore.open(url, TestDatabases.login(url), timer::now);

    assertThat(store.past().inChannel(channel, 9))
        .extracting(Item::debate)
        .containsExactly(new DebateId("first"));
    assertThat(store.past().inChannel(thread, 9)).hasSize(2);
  }

  @Test
  void aPastDebateSaysItsQuestionAndItsTimeUntilItIsForgotten() {
    var began = timer.now();
    held("first", "C1", Given.ANNA, new RandomDebate(1).play().events());
    held("second", "C1", Given.ANNA, new RandomDebate(1).play().events());
    var first = new DebateId("first");

    assertThat(store.past().inChannel(CHANNEL, 9).getLast())
        .isEqualTo(new Item(first, began, "Which of them?"));
    assertThat(store.past().opened(first)).contains(began);
    assertThat(store.past().opened(new DebateId("none"))).isEmpty();
    store.records().forget(first, "U9");
    assertThat(store.past().inChannel(CHANNEL, 9)).hasSize(1);
    assertThat(store.past().of("slack", "T1", "U1", 9)).hasSize(1);
    assertThat(store.past().opened(first)).isEmpty();
  }
}
