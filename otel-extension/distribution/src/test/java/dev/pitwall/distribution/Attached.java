package dev.pitwall.distribution;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.awaitility.core.ConditionTimeoutException;

/**
 * A process that has run to its end: what the application printed, what the agent printed, and the
 * telemetry among it.
 *
 * @param exit the exit code
 * @param out standard output
 * @param err standard error
 */
record Attached(int exit, List<String> out, List<String> err) {

  static final Path EXTENSION = Path.of(System.getProperty("pitwall.extension"));
  static final String NEWEST = System.getProperty("pitwall.agent.version");
  static final String OLDEST = System.getProperty("pitwall.agent.oldest.version");

  private static final List<String> NOT_THE_APPLICATIONS =
      List.of(
          "pitwall-",
          "tomcat-",
          "org.apache.felix",
          "jboss-modules-",
          "spring-boot-loader-",
          "micrometer-",
          "opentelemetry-");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int TIMEOUT_SECONDS = 120;

  static Path agent(String version) {
    return Path.of(
        System.getProperty("pitwall.agents"), "opentelemetry-javaagent-" + version + ".jar");
  }

  /** The flags of the README, and exporters that print. */
  static List<String> flags(String agentVersion) {
    return List.of(
        "-javaagent:" + agent(agentVersion),
        "-Dotel.javaagent.extensions=" + EXTENSION,
        "-Dotel.traces.exporter=logging-otlp",
        "-Dotel.metrics.exporter=logging-otlp",
        "-Dotel.logs.exporter=logging-otlp",
        "-Dotel.metric.export.interval=500");
  }

  /** Those of {@link #flags} without us. */
  static List<String> flagsOfThePlainAgent(String agentVersion) {
    return flags(agentVersion).stream().filter(flag -> !flag.contains("extensions=")).toList();
  }

  /**
   * The test class path without anything of Pitwall but the applications, and of the containers and
   * neighbours only the named ones.
   */
  static String applicationClassPath(String... more) {
    return classPath()
        .filter(
            entry -> {
              String name = String.valueOf(entry.getFileName());
              return Files.isDirectory(entry)
                  ? entry.endsWith("test-classes")
                  : Stream.of(more).anyMatch(name::startsWith)
                      || NOT_THE_APPLICATIONS.stream().noneMatch(name::startsWith);
            })
        .map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** The jar on the test class path whose name starts so. */
  static Path jar(String name) {
    return classPath()
        .filter(entry -> String.valueOf(entry.getFileName()).startsWith(name))
        .findFirst()
        .orElseThrow();
  }

  /** The folder of compiled test classes, the applications' among them. */
  static Path testClasses() {
    return classPath().filter(entry -> entry.endsWith("test-classes")).findFirst().orElseThrow();
  }

  private static Stream<Path> classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .map(Path::of);
  }

  static Attached run(String classPath, String mainClass, List<String> flags, String... arguments)
      throws IOException, InterruptedException {
    List<String> target = new ArrayList<>(List.of("-cp", classPath, mainClass));
    target.addAll(List.of(arguments));
    return run(JavaHomes.own(), flags, target);
  }

  /** Runs what {@code target} says: a class path and a main class, or a jar, and arguments. */
  static Attached run(Path javaHome, List<String> flags, List<String> target)
      throws IOException, InterruptedException {
    return run(javaHome, flags, Map.of(), target);
  }

  /** The same with more variables in the environment. */
  static Attached run(
      Path javaHome, List<String> flags, Map<String, String> environment, List<String> target)
      throws IOException, InterruptedException {
    return run(javaHome, flags, environment, target, "");
  }

  /** Lets an application go on, which waits for the end of its input, once it was logged. */
  static Attached runUntil(String logged, List<String> flags, List<String> target)
      throws IOException, InterruptedException {
    return run(JavaHomes.own(), flags, Map.of(), target, logged);
  }

  private static Attached run(
      Path javaHome,
      List<String> flags,
      Map<String, String> environment,
      List<String> target,
      String logged)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(javaHome.resolve("bin").resolve("java").toString());
    command.addAll(flags);
    command.addAll(target);
    Path out = Files.createTempFile("application", ".out");
    Path err = Files.createTempFile("application", ".err");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().putAll(environment);
    Process process = builder.start();
    try {
      await()
          .atMost(TIMEOUT_SECONDS, TimeUnit.SECONDS)
          .until(
              () ->
                  logged.isEmpty() || !process.isAlive() || Files.readString(err).contains(logged));
    } catch (ConditionTimeoutException e) {
      process.destroyForcibly();
      throw e;
    }
    process.getOutputStream().close();
    if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError(
          "still running after " + TIMEOUT_SECONDS + " s: " + Files.readString(err));
    }
    Attached attached =
        new Attached(process.exitValue(), Files.readAllLines(out), Files.readAllLines(err));
    Files.delete(out);
    Files.delete(err);
    return attached;
  }

  List<JsonNode> spans() {
    return telemetry("scopeSpans", "spans");
  }

  List<String> spanNames() {
    return spans().stream().map(span -> span.path("name").asText()).toList();
  }

  /** Events of the workflow log, in the order in which they were written. */
  List<JsonNode> events() {
    return telemetry("scopeLogs", "logRecords").stream()
        .filter(log -> log.path("eventName").asText().contains("."))
        .toList();
  }

  /** Every metric of every export. */
  List<JsonNode> metrics() {
    return telemetry("scopeMetrics", "metrics");
  }

  List<JsonNode> metrics(String name) {
    return metrics().stream().filter(metric -> metric.path("name").asText().equals(name)).toList();
  }

  /** What a counter had come to at the last export, over all its series. */
  long sum(String counter) {
    return sum(counter, "");
  }

  /** The same, over the series that have the given attribute. */
  long sum(String counter, String attribute) {
    List<JsonNode> exports = metrics(counter);
    return exports.isEmpty()
        ? 0
        : stream(exports.get(exports.size() - 1).path("sum").path("dataPoints"))
            .filter(point -> attribute.isEmpty() || !attribute(point, attribute).isEmpty())
            .mapToLong(point -> point.path("asInt").asLong())
            .sum();
  }

  static String attribute(JsonNode node, String key) {
    for (JsonNode attribute : node.path("attributes")) {
      if (attribute.path("key").asText().equals(key)) {
        return attribute.path("value").elements().next().asText();
      }
    }
    return "";
  }

  /** What the agent says in words. */
  List<String> log() {
    return err.stream().filter(line -> !line.contains("{\"resource\"")).toList();
  }

  /** What the application and the JVM wrote to standard error. */
  List<String> applicationErr() {
    return log().stream()
        .filter(line -> !line.startsWith("[otel.javaagent "))
        // The JVM's own line, which comes once for each append to the bootstrap loader.
        .filter(line -> !line.contains("Sharing is only supported for boot loader classes"))
        .toList();
  }

  private List<JsonNode> telemetry(String scopes, String items) {
    return Stream.concat(out.stream(), err.stream())
        .filter(line -> line.contains("{\"resource\""))
        .map(Attached::parse)
        .flatMap(document -> stream(document.path(scopes)))
        .flatMap(scope -> stream(scope.path(items)))
        .toList();
  }

  private static JsonNode parse(String line) {
    try {
      return JSON.readTree(line.substring(line.indexOf("{\"resource\"")));
    } catch (IOException e) {
      throw new AssertionError(line, e);
    }
  }

  private static Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
