package dev.roundtable.panelist;

import java.util.BitSet;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;

/**
 * Spreads calls over several pools of connections, since OkHttp looks through the whole pool before
 * and after each call. A call has the lowest place that is free, and each pool so many places, so
 * that it finds the connection of the call that was there before.
 */
final class Lanes {
  private static final int PLACES = 16;

  private final BitSet taken = new BitSet();
  private final Map<Integer, ConnectionPool> pools = new ConcurrentHashMap<>();

  /** Takes a place, which has to be left. */
  synchronized int enter() {
    int place = taken.nextClearBit(0);
    taken.set(place);
    return place;
  }

  synchronized void leave(int place) {
    taken.clear(place);
  }

  synchronized int inFlight() {
    return taken.cardinality();
  }

  static int lane(int place) {
    return place / PLACES;
  }

  ConnectionPool pool(int lane) {
    return pools.computeIfAbsent(lane, _ -> new ConnectionPool(PLACES, 5, TimeUnit.MINUTES));
  }

  int idleConnections() {
    return pools.values().stream().mapToInt(ConnectionPool::idleConnectionCount).sum();
  }

  int openConnections() {
    return pools.values().stream().mapToInt(ConnectionPool::connectionCount).sum();
  }

  /** Closes what is idle. */
  void close() {
    pools.values().forEach(ConnectionPool::evictAll);
  }
}
