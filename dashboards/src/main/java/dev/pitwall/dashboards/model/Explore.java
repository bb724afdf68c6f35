package dev.pitwall.dashboards.model;

import dev.pitwall.conventions.Pitwall;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the run that a table's cell names is found in the stores of traces and logs. Each store has
 * a search of its own in Grafana's Explore; Zipkin has none for an attribute, so its own page is
 * opened.
 */
final class Explore {

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{[^}]+}");
  private static final String CELL = "${__value.raw:percentencode}";

  private Explore() {}

  static String tempo() {
    return pane(
        "traces",
        "\"queryType\":\"traceql\",\"query\":\"{ span.%s = \\\"%s\\\" }\""
            .formatted(Pitwall.RUN_ID.name(), CELL));
  }

  static String jaeger() {
    return pane(
        "jaeger",
        "\"queryType\":\"search\",\"service\":\"\",\"tags\":\"%s=%s\""
            .formatted(Pitwall.RUN_ID.name(), CELL));
  }

  /**
   * The log's label is the attribute's as Loki keeps it: as structured metadata. A plus sign would
   * be read as a space on the way.
   */
  static String loki() {
    return pane(
        "logs",
        "\"expr\":\"{service_name=~\\\"..*\\\"} | %s = \\\"%s\\\"\""
            .formatted(Pitwall.RUN_ID.label(), CELL));
  }

  static String zipkin() {
    return "${zipkin}/zipkin/?annotationQuery="
        + encode(Pitwall.RUN_ID.name() + "=")
        + CELL
        + "&lookback=range&startTs=${__from}&endTs=${__to}&limit=20";
  }

  private static String pane(String source, String query) {
    String pane =
        """
        {"t":{"datasource":"${%s}","queries":[{"refId":"A",%s}],\
        "range":{"from":"${__from}","to":"${__to}"}}}\
        """
            .formatted(source, query);
    return "/explore?schemaVersion=1&panes=" + encodeAroundVariables(pane);
  }

  /** Grafana fills variables in before it reads the address, so they must stay as they are. */
  private static String encodeAroundVariables(String text) {
    StringBuilder encoded = new StringBuilder();
    Matcher variable = VARIABLE.matcher(text);
    int from = 0;
    while (variable.find()) {
      encoded.append(encode(text.substring(from, variable.start()))).append(variable.group());
      from = variable.end();
    }
    return encoded.append(encode(text.substring(from))).toString();
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
