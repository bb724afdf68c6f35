package dev.pitwall.engine.history;

import java.util.concurrent.atomic.AtomicInteger;

/** So many places, each taken once and kept. Safe for use by several threads. */
final class Room {

  private final AtomicInteger left;

  Room(int places) {
    this.left = new AtomicInteger(places);
  }

  /** Takes a place, if there is one. */
  boolean take() {
    // Asked first, so that years of asking in vain do not bring the count round.
    return left.get() > 0 && left.getAndDecrement() > 0;
  }
}
