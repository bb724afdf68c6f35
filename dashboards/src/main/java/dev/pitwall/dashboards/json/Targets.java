package dev.pitwall.dashboards.json;

import dev.pitwall.dashboards.model.Signal;
import java.util.HashMap;
import java.util.Map;

/** Turns a signal into the query of a panel. */
final class Targets {

  /** How queries are told apart within a panel. */
  static final String REF_IDS = "ABCDEFGHIJ";

  private Targets() {}

  /** The value at the end of the time range. */
  static Map<String, Object> now(Signal signal, String refId) {
    return target(signal, refId, true);
  }

  /** The values in the time range, and the observations behind them where there are some. */
  static Map<String, Object> overTime(Signal signal, String refId) {
    Map<String, Object> target = target(signal, refId, false);
    if (signal.hasExemplars()) {
      target.put("exemplar", true);
    }
    return target;
  }

  private static Map<String, Object> target(Signal signal, String refId, boolean instant) {
    Map<String, Object> target = new HashMap<>();
    target.put("refId", refId);
    target.put("datasource", Variables.DATASOURCE);
    target.put("editorMode", "code");
    target.put("expr", signal.promql());
    target.put("instant", instant);
    target.put("range", !instant);
    target.put("interval", "$step");
    target.put("legendFormat", signal.legend().isEmpty() ? signal.name() : signal.legend());
    return target;
  }
}
