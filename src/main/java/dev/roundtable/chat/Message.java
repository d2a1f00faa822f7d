package dev.roundtable.chat;

import dev.roundtable.debate.Person;
import dev.roundtable.debate.SeatId;
import dev.roundtable.delivery.Post;
import dev.roundtable.transcript.Block;
import dev.roundtable.transcript.Section;
import dev.roundtable.transcript.VoteGrid;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message of a debate in the words of no platform. All text is visible text, but not yet escaped
 * for any platform.
 */
public sealed interface Message {
  /** The same whenever the debate is written down, unique within it. */
  String key();

  /**
   * In the channel, first, kept up to date: what is asked, how it stands, what can be pressed.
   *
   * @param status one line that says how it stands; once there is a verdict, its headline
   * @param counts empty before the first vote
   * @param seats in the order of the panel
   * @param notes who asked, which panel, which form of ballot and why; one line each
   * @param givesUpAt when the debate ends at the latest, null once it has
   * @param changedAt when what the card says became so
   * @param team what people can vote for, empty when they cannot
   */
  record Card(
      String question,
      Phase phase,
      String status,
      List<Block.CountLine> counts,
      List<SeatLine> seats,
      List<String> notes,
      @Nullable Instant givesUpAt,
      Instant openedAt,
      Instant changedAt,
      List<TeamOption> team,
      List<Control> controls)
      implements Message {
    public Card {
      counts = List.copyOf(counts);
      seats = List.copyOf(seats);
      notes = List.copyOf(notes);
      team = List.copyOf(team);
      controls = List.copyOf(controls);
    }

    @Override
    public String key() {
      return Post.ANCHOR;
    }
  }

  /** How a debate stands, for an icon or a colour beside the words. */
  enum Phase {
    RUNNING,
    AGREED,
    SPLIT,
    FAILED,
    STOPPED
  }

  /**
   * One seat on the card.
   *
   * @param said its vote, what it is waited for, or why it is absent
   */
  record SeatLine(SeatId seat, String name, Mark mark, String said) {
    /** What there is to say of a seat at a glance. */
    public enum Mark {
      WAITING,
      ANSWERED,
      CHANGED,
      ABSENT
    }
  }

  record TeamOption(Control.TeamVote vote, String label) {}

  /**
   * In the thread: parts of the transcript.
   *
   * @param speaker the seat in whose name it is said, null for the bot's own
   * @param controls a {@link Control.ReadFull} among them is for where its section is cut
   * @param ends whether a round or the debate ends with it
   * @param exhibit what goes with it if it is a verdict, else null
   * @param votes who voted what up to it, if it is a verdict, else null
   */
  record Part(
      String key,
      @Nullable Speaker speaker,
      List<Section> sections,
      List<Control> controls,
      boolean ends,
      @Nullable Exhibit exhibit,
      @Nullable VoteGrid votes)
      implements Message {
    public Part {
      sections = List.copyOf(sections);
      controls = List.copyOf(controls);
    }

    /** A part that is words alone. */
    public Part(
        String key,
        @Nullable Speaker speaker,
        List<Section> sections,
        List<Control> controls,
        boolean ends) {
      this(key, speaker, sections, controls, ends, null, null);
    }

    /** The same, and that with it. */
    Part with(Exhibit added) {
      return new Part(key, speaker, sections, controls, ends, added, votes);
    }

    /** The same, and the votes that it is made of. */
    public Part with(VoteGrid counted) {
      return new Part(key, speaker, sections, controls, ends, exhibit, counted);
    }
  }

  /**
   * In the channel: a verdict in one sentence, at most {@value #MAX_ANNOUNCEMENT} characters.
   *
   * @param asker the only one who is mentioned
   */
  record Announcement(String key, String sentence, Person asker, List<Control> controls)
      implements Message {
    public Announcement {
      controls = List.copyOf(controls);
    }
  }

  int MAX_ANNOUNCEMENT = 600;

  /**
   * In the thread: arguments that wait for somebody to run a round.
   *
   * @param sentence how many, and about what the round would cost
   * @param controls empty once the round has begun
   */
  record Collecting(String key, String sentence, List<Control> controls) implements Message {
    public Collecting {
      controls = List.copyOf(controls);
    }
  }

  /** In a channel of those in charge: a sentence that belongs to no thread. */
  record Notice(String key, String sentence) implements Message {}
}
