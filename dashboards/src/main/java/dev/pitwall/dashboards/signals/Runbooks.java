package dev.pitwall.dashboards.signals;

import dev.pitwall.conventions.Pitwall;
import dev.pitwall.dashboards.model.AlertPack;
import java.util.Map;

/** Which runbook belongs to which finding. */
public final class Runbooks {

  /** The label that {@link #named} adds. */
  public static final String LABEL = "runbook";

  private Runbooks() {}

  /** Adds to each series with a finding's type the page that explains it. */
  static String named(String expression) {
    String named = expression;
    for (Map.Entry<String, String> page : AlertPack.runbooks().entrySet()) {
      named =
          "label_replace(%s, \"%s\", \"%s\", \"%s\", \"%s\")"
              .formatted(
                  named, LABEL, page.getValue(), Pitwall.FINDING_TYPE.label(), page.getKey());
    }
    return named;
  }
}
