package dev.pitwall.sample.inbox;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The latest alerts, newest first; of more than {@value #CAPACITY} the oldest are forgotten. Safe
 * for use by any thread.
 */
final class Inbox {

  static final int CAPACITY = 200;

  private final Deque<ReceivedAlert> alerts = new ArrayDeque<>();

  /** Takes an alert; returns whether it is a new one and not more news of one that is here. */
  synchronized boolean receive(ReceivedAlert alert) {
    for (ReceivedAlert known : alerts) {
      if (alert.continues(known)) {
        alerts.remove(known);
        alerts.addFirst(alert.firstReceivedAt(known.receivedAt()));
        return false;
      }
    }
    if (alerts.size() == CAPACITY) {
      alerts.removeLast();
    }
    alerts.addFirst(alert);
    return true;
  }

  synchronized List<ReceivedAlert> newestFirst() {
    return new ArrayList<>(alerts);
  }

  synchronized long firing() {
    return alerts.stream().filter(ReceivedAlert::isFiring).count();
  }
}
