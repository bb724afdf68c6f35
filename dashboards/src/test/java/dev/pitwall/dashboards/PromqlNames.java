package dev.pitwall.dashboards;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The names in a PromQL text.
 *
 * @param selectors every selector: a series' name and the labels that it matches on
 * @param grouped every label of a {@code by}, {@code on}, {@code ignoring} or {@code without}
 */
record PromqlNames(List<Selector> selectors, List<String> grouped) {

  private static final Pattern STRING = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
  private static final Pattern GROUPING =
      Pattern.compile("\\b(?:by|on|ignoring|without|group_left|group_right)\\s*\\(([^)]*)\\)");
  private static final Pattern RANGE = Pattern.compile("\\[[^]]*]|\\$\\w+");
  private static final Pattern SELECTOR =
      Pattern.compile("([a-zA-Z_:][\\w:]*)\\s*(?:\\{([^}]*)}|(\\())?");
  private static final Set<String> WORDS =
      Set.of("or", "and", "unless", "offset", "by", "bool", "inf", "nan");

  static PromqlNames of(String promql) {
    List<String> grouped = new ArrayList<>();
    String bare = RANGE.matcher(STRING.matcher(promql).replaceAll("S")).replaceAll("");
    String ungrouped =
        GROUPING
            .matcher(bare)
            .replaceAll(
                found -> {
                  grouped.addAll(names(found));
                  return "";
                });
    List<Selector> selectors = new ArrayList<>();
    Matcher matcher = SELECTOR.matcher(ungrouped);
    while (matcher.find()) {
      boolean function = matcher.group(3) != null;
      String name = matcher.group(1);
      if (!function && !WORDS.contains(name) && !name.equals("S")) {
        selectors.add(new Selector(name, labels(matcher.group(2))));
      }
    }
    return new PromqlNames(selectors, grouped);
  }

  private static List<String> names(MatchResult grouping) {
    return Pattern.compile(",").splitAsStream(grouping.group(1)).map(String::strip).toList();
  }

  private static List<String> labels(@Nullable String matchers) {
    if (matchers == null || matchers.isBlank()) {
      return List.of();
    }
    return Pattern.compile(",")
        .splitAsStream(matchers)
        .map(matcher -> matcher.strip().split("[=!]", 2)[0].strip())
        .toList();
  }

  /** A series' name with the labels that it is narrowed by. */
  record Selector(String series, List<String> labels) {}
}
