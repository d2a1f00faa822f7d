package dev.roundtable.discord;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.roundtable.chat.Memo;
import dev.roundtable.debate.DebateId;
import dev.roundtable.session.StoreException;
import dev.roundtable.session.Timer;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down which way leads back to a debate for as long as it is open, so that another start or
 * another replica finds it. What the store does not take is only a card that goes by the channel.
 */
final class KeptHooks {
  private static final Logger LOG = LoggerFactory.getLogger(KeptHooks.class);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Memo memo;
  private final Timer timer;

  KeptHooks(Memo memo, Timer timer) {
    this.memo = memo;
    this.timer = timer;
  }

  private static String name(DebateId debate) {
    return "discord.hook." + debate;
  }

  /** Keeps it as it is now, until it closes. */
  void keep(DebateId debate, Hook hook) {
    write(debate, hook);
    var _ = timer.after(Hook.OPEN, () -> Thread.ofVirtual().start(() -> erase(debate)));
  }

  /** Notes what became of a hook that is kept. */
  void write(DebateId debate, Hook hook) {
    try {
      memo.write(name(debate), JSON.writeValueAsString(hook.kept()));
    } catch (StoreException e) {
      LOG.info("the way back to {} is not kept: {}", debate, e.sentence());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a hook is always JSON", e);
    }
  }

  /** The hook of a debate that began elsewhere, nothing if there is none. */
  Optional<Hook> find(DebateId debate) {
    try {
      return memo.read(name(debate)).map(this::read).filter(Hook::isOpen);
    } catch (StoreException e) {
      LOG.info("the way back to {} is not found: {}", debate, e.sentence());
      return Optional.empty();
    }
  }

  private Hook read(String json) {
    try {
      return new Hook(JSON.readValue(json, Hook.Kept.class), timer);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what is kept is a hook", e);
    }
  }

  // A follow-up may have brought a later one.
  private void erase(DebateId debate) {
    try {
      if (find(debate).isEmpty()) {
        memo.erase(name(debate));
      }
    } catch (StoreException e) {
      LOG.info("the closed way back to {} stays written down: {}", debate, e.sentence());
    }
  }
}
