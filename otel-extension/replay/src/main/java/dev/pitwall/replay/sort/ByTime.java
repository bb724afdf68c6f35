package dev.pitwall.replay.sort;

import dev.pitwall.replay.record.Observation;
import dev.pitwall.replay.record.Observation.Logged;
import java.util.Comparator;
import java.util.TreeMap;

/**
 * The order in which observations happened. It is total and rests on what they say alone, so that
 * neither the order of files nor that of lines matters; only what is equal has equal places.
 */
final class ByTime implements Comparator<Observation> {

  @Override
  public int compare(Observation one, Observation other) {
    int order = Long.compare(one.nanos(), other.nanos());
    if (order != 0) {
      return order;
    }
    order = Integer.compare(one.rank(), other.rank());
    if (order == 0) {
      order = Long.compare(one.order(), other.order());
    }
    if (order == 0) {
      order = Long.compare(one.id(), other.id());
    }
    return order == 0 ? content(one, other) : order;
  }

  private static int content(Observation one, Observation other) {
    if (one.equals(other)) {
      return 0;
    }
    return one instanceof Logged logged && other instanceof Logged otherLogged
        ? text(logged).compareTo(text(otherLogged))
        : one.toString().compareTo(other.toString());
  }

  private static String text(Logged logged) {
    return logged.entry().run() + new TreeMap<>(logged.entry().attributes());
  }
}
