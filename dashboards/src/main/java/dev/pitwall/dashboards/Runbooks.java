package dev.pitwall.dashboards;

import dev.pitwall.conventions.Pitwall;
import java.util.Map;
import java.util.TreeMap;

/** Which runbook belongs to which finding. */
final class Runbooks {

  /** The label that {@link #named} adds. */
  static final String LABEL = "runbook";

  private static final Map<String, String> PAGES = Map.of("loop", "pitwallagentloop");

  private Runbooks() {}

  /** Adds to each series with a finding's type the page that explains it. */
  static String named(String expression) {
    String named = expression;
    for (Map.Entry<String, String> page : new TreeMap<>(PAGES).entrySet()) {
      named =
          "label_replace(%s, \"%s\", \"%s\", \"%s\", \"%s\")"
              .formatted(
                  named, LABEL, page.getValue(), Pitwall.FINDING_TYPE.label(), page.getKey());
    }
    return named;
  }
}
