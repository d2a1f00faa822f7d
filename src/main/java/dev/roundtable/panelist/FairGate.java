package dev.roundtable.panelist;

import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets so many calls through at once. Those who wait are let in by turns of their debates, so that
 * a large panel does not keep a small one waiting.
 */
final class FairGate {
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, Queue<CountDownLatch>> waiting = new LinkedHashMap<>();
  private int places;
  private int free;

  FairGate(int places) {
    this.places = places;
    this.free = places;
  }

  /** Blocks until there is a place, which has to be given back by {@link #leave}. */
  void enter(String debate) throws InterruptedException {
    var turn = new CountDownLatch(1);
    lock.lock();
    try {
      if (free > 0) {
        free--;
        return;
      }
      waiting.computeIfAbsent(debate, _ -> new ArrayDeque<>()).add(turn);
    } finally {
      lock.unlock();
    }
    try {
      turn.await();
    } catch (InterruptedException e) {
      giveUp(debate, turn);
      throw e;
    }
  }

  private void giveUp(String debate, CountDownLatch turn) {
    lock.lock();
    try {
      var queue = waiting.get(debate);
      if (queue == null || !queue.remove(turn)) {
        leave();
      } else if (queue.isEmpty()) {
        waiting.remove(debate);
      }
    } finally {
      lock.unlock();
    }
  }

  void leave() {
    lock.lock();
    try {
      free++;
      admit();
    } finally {
      lock.unlock();
    }
  }

  /** Changes how many places there are; those who are inside stay. */
  void resize(int newPlaces) {
    lock.lock();
    try {
      free += newPlaces - places;
      places = newPlaces;
      admit();
    } finally {
      lock.unlock();
    }
  }

  private void admit() {
    while (free > 0 && !waiting.isEmpty()) {
      var next = waiting.entrySet().iterator().next();
      var debate = next.getKey();
      var queue = next.getValue();
      waiting.remove(debate);
      queue.remove().countDown();
      free--;
      if (!queue.isEmpty()) {
        waiting.put(debate, queue);
      }
    }
  }

  int inside() {
    lock.lock();
    try {
      return places - free;
    } finally {
      lock.unlock();
    }
  }
}
