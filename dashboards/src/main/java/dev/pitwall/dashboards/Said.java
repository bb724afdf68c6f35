package dev.pitwall.dashboards;

import dev.pitwall.dashboards.model.Words;

/** Words for numbers that more than one dashboard shows. */
final class Said {

  static final Words STOP = Words.none("not engaged").and("1", "ENGAGED", "red");
  static final Words REACHABLE = Words.NUMBERS.and("0", "no", "orange").and("1", "yes", "blue");

  private Said() {}
}
