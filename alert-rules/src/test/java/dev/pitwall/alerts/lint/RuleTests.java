package dev.pitwall.alerts.lint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What a promtool test file proves about an alert, and what it leaves open. */
final class RuleTests {

  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
  private static final Pattern INSTANCE = Pattern.compile("instance=\"([^\"]+)\"");
  private static final Pattern COUNTER = Pattern.compile("^\\w+_(total|count)\\{");
  private static final Pattern RESTART = Pattern.compile("stale (_x\\d+ )?\\d");
  private static final Pattern BIRTH = Pattern.compile("^_x\\d+ [1-9]");
  private static final String WATCHDOG = "PitwallWatchdog";

  private RuleTests() {}

  /**
   * Says what a file leaves open.
   *
   * @param windows of all rules: a window that fits a whole number of samples hides how rates are
   *     extrapolated
   */
  static List<String> problems(String alert, Path file, Set<String> windows) throws IOException {
    JsonNode tests = YAML.readTree(file.toFile()).path("tests");
    List<String> problems = new ArrayList<>();
    if (stream(tests).noneMatch(test -> fires(test, alert))) {
      problems.add("no test in which it fires");
    }
    if (alert.equals(WATCHDOG)) {
      return problems;
    }
    if (stream(tests).noneMatch(test -> firesAndIsSilent(test, alert))) {
      problems.add("no test of the moment just before it fires");
    }
    if (stream(tests).noneMatch(test -> isSilent(test, alert))) {
      problems.add("no test in which it stays silent throughout");
    }
    stream(tests)
        .filter(test -> instances(test) < 2)
        .forEach(
            test -> problems.add("fewer than two instances in: " + test.path("name").asText()));
    if (stream(tests).noneMatch(test -> values(test).anyMatch(RESTART.asPredicate()))) {
      problems.add("no test with a restart");
    }
    if (counts(tests)
        && stream(tests).noneMatch(test -> values(test).anyMatch(BIRTH.asPredicate()))) {
      problems.add("no test with a counter that is born while it is watched");
    }
    for (JsonNode test : tests) {
      long interval = seconds(test.path("interval").asText());
      windows.stream()
          .filter(window -> seconds(window) % interval == 0)
          .forEach(
              window ->
                  problems.add(
                      window + " is a whole number of samples in: " + test.path("name").asText()));
    }
    stream(tests)
        .filter(RuleTests::isAligned)
        .forEach(
            test -> problems.add("looks exactly at a sample in: " + test.path("name").asText()));
    return problems;
  }

  private static boolean fires(JsonNode test, String alert) {
    return looks(test, alert).stream().anyMatch(look -> !look.path("exp_alerts").isEmpty());
  }

  private static boolean firesAndIsSilent(JsonNode test, String alert) {
    return fires(test, alert)
        && looks(test, alert).stream().anyMatch(look -> look.path("exp_alerts").isEmpty());
  }

  private static boolean isSilent(JsonNode test, String alert) {
    return !looks(test, alert).isEmpty() && !fires(test, alert);
  }

  private static List<JsonNode> looks(JsonNode test, String alert) {
    return stream(test.path("alert_rule_test"))
        .filter(look -> look.path("alertname").asText().equals(alert))
        .toList();
  }

  private static long instances(JsonNode test) {
    return stream(test.path("input_series"))
        .flatMap(series -> INSTANCE.matcher(series.path("series").asText()).results())
        .map((MatchResult found) -> found.group(1))
        .distinct()
        .count();
  }

  private static Stream<String> values(JsonNode test) {
    return stream(test.path("input_series")).map(series -> series.path("values").asText());
  }

  private static boolean counts(JsonNode tests) {
    return stream(tests)
        .flatMap(test -> stream(test.path("input_series")))
        .anyMatch(series -> COUNTER.matcher(series.path("series").asText()).find());
  }

  private static boolean isAligned(JsonNode test) {
    long interval = seconds(test.path("interval").asText());
    return stream(test.path("alert_rule_test"))
        .anyMatch(look -> seconds(look.path("eval_time").asText()) % interval == 0);
  }

  private static long seconds(String duration) {
    String upper = duration.toUpperCase(Locale.ROOT);
    return Duration.parse(upper.endsWith("D") ? "P" + upper : "PT" + upper).toSeconds();
  }

  private static Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
