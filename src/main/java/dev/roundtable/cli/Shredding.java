package dev.roundtable.cli;

import dev.roundtable.archive.DebateStore;
import dev.roundtable.chat.Shredder;
import dev.roundtable.chat.Visitor;
import dev.roundtable.debate.DebateEvent;
import dev.roundtable.debate.DebateId;
import dev.roundtable.delivery.Courier;
import dev.roundtable.session.Lease;
import dev.roundtable.session.StoreException;
import dev.roundtable.web.PageTokens;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes a debate away in the background: its page, its posts, its words, in this order. */
final class Shredding implements Shredder {
  private static final Logger LOG = LoggerFactory.getLogger(Shredding.class);
  private static final long PATIENCE_SECONDS = 120;

  private final DebateStore store;
  private final Courier courier;
  private final PageTokens pages;

  Shredding(DebateStore store, Courier courier, PageTokens pages) {
    this.store = store;
    this.courier = courier;
    this.pages = pages;
  }

  @Override
  public void shred(DebateId debate, Visitor by) {
    // Who held it until now notices with the next thing it appends or posts.
    var lease = store.archive().lease(debate);
    pages.revoke(debate);
    Thread.ofVirtual().name("shred-" + debate).start(() -> shred(lease, by.person().id()));
  }

  private void shred(Lease lease, String by) {
    var debate = lease.debate();
    try {
      var opened = (DebateEvent.Opened) store.archive().read(debate).getFirst().event();
      courier.remove(lease, opened.venue()).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      LOG.warn("some posts of debate {} could not be taken away", debate, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (StoreException e) {
      LOG.warn("the posts of debate {} could not be read", debate, e);
    }
    store.records().forget(debate, by);
  }
}
