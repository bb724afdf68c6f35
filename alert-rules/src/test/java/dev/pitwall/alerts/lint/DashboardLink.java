package dev.pitwall.alerts.lint;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where an alert's {@code dashboard_url} leads.
 *
 * @param uid the dashboard
 * @param variables the variables that are set
 */
record DashboardLink(String uid, List<String> variables) {

  static final Pattern FORM = Pattern.compile("/d/([a-z-]+)(?=$|\\?)");
  private static final Pattern VARIABLE = Pattern.compile("var-(\\w+)=");

  static DashboardLink of(Rule alert) {
    String url = alert.annotations().getOrDefault("dashboard_url", "");
    Matcher matcher = FORM.matcher(url);
    List<String> variables =
        VARIABLE.matcher(url).results().map((MatchResult found) -> found.group(1)).toList();
    return new DashboardLink(matcher.find() ? matcher.group(1) : "", variables);
  }
}
