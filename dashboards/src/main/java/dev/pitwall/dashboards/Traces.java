package dev.pitwall.dashboards;

import dev.pitwall.conventions.Pitwall;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses in Grafana's Explore for the chosen trace data source. */
final class Traces {

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{[^}]+}");

  private Traces() {}

  /** A TraceQL search for the run that a table's cell names. */
  static String ofRun() {
    String pane =
        """
        {"t":{"datasource":"${traces}","queries":[{"refId":"A","queryType":"traceql",\
        "query":"{ span.%s = \\"${__value.raw:percentencode}\\" }"}],\
        "range":{"from":"${__from}","to":"${__to}"}}}\
        """
            .formatted(Pitwall.RUN_ID.name());
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
