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
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What a promtool test file proves about an alert, and what it leaves open. */
final class RuleTests {

  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
  private static final Pattern INSTANCE = Pattern.compile("instance=\"([^\"]+)\"");
  private static final String WATCHDOG = "PitwallWatchdog";

  private RuleTests() {}

  static List<String> problems(String alert, Path file) throws IOException {
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
    if (stream(tests).noneMatch(RuleTests::restarts)) {
      problems.add("no test with a restart");
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

  private static boolean restarts(JsonNode test) {
    return stream(test.path("input_series"))
        .anyMatch(series -> series.path("values").asText().matches(".*stale (_x\\d+ )?1x.*"));
  }

  private static boolean isAligned(JsonNode test) {
    long interval = seconds(test.path("interval").asText());
    return stream(test.path("alert_rule_test"))
        .anyMatch(look -> seconds(look.path("eval_time").asText()) % interval == 0);
  }

  private static long seconds(String duration) {
    return Duration.parse("PT" + duration.toUpperCase(Locale.ROOT)).toSeconds();
  }

  private static Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
