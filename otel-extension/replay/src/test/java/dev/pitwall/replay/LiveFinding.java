package dev.pitwall.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;

/**
 * A finding, by a live run or by its replay.
 *
 * @param causes as {@code kind:subject} with their scores
 * @param onset when the trouble began, epoch milliseconds
 * @param detected when it was found
 * @param resolved when it was over, or 0
 */
record LiveFinding(
    String run,
    String type,
    String severity,
    String agent,
    String subject,
    Map<String, Double> causes,
    long onset,
    long detected,
    long resolved) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonNode NONE = MissingNode.getInstance();

  /** What a replay has printed. */
  static LiveFinding replayed(String line) throws IOException {
    JsonNode json = JSON.readTree(line);
    Map<String, Double> causes = new TreeMap<>();
    for (JsonNode cause : json.get("causes")) {
      causes.put(
          cause.get("kind").asText() + ":" + cause.get("subject").asText(),
          cause.get("score").asDouble());
    }
    return new LiveFinding(
        json.get("run").asText(),
        json.get("type").asText(),
        json.get("severity").asText(),
        json.get("agent").asText(),
        json.get("subject").asText(),
        causes,
        time(json.get("onset")),
        time(json.get("detected")),
        time(json.get("resolved")));
  }

  private static long time(JsonNode text) {
    return text.isNull() ? 0 : Instant.parse(text.asText()).toEpochMilli();
  }

  /** What the live runs of a packed recording have found, each as it was said last. */
  static List<LiveFinding> live(Path recording) throws IOException {
    Map<String, TreeMap<Long, JsonNode>> bySequence = new LinkedHashMap<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(recording)), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        for (JsonNode record : JSON.readTree(line).findValues("logRecords")) {
          record.forEach(each -> note(each, bySequence));
        }
      }
    }
    List<LiveFinding> findings = new ArrayList<>();
    bySequence.values().forEach(events -> findings.add(told(events)));
    return findings;
  }

  private static void note(JsonNode record, Map<String, TreeMap<Long, JsonNode>> bySequence) {
    if (record.path("eventName").asText().startsWith("pitwall.finding.")) {
      Map<String, JsonNode> attributes = attributes(record);
      bySequence
          .computeIfAbsent(text(attributes, "pitwall.finding.id"), id -> new TreeMap<>())
          .put(number(attributes, "pitwall.event.sequence"), record);
    }
  }

  private static LiveFinding told(TreeMap<Long, JsonNode> events) {
    JsonNode first = events.firstEntry().getValue();
    JsonNode last = events.lastEntry().getValue();
    Map<String, JsonNode> attributes = attributes(last);
    Map<String, Double> causes = new TreeMap<>();
    for (JsonNode cause :
        attributes.getOrDefault("pitwall.finding.causes", NONE).findValues("stringValue")) {
      int equals = cause.asText().lastIndexOf('=');
      causes.put(
          cause.asText().substring(0, equals),
          Double.valueOf(cause.asText().substring(equals + 1)));
    }
    boolean over = last.get("eventName").asText().equals("pitwall.finding.resolved");
    return new LiveFinding(
        text(attributes, "pitwall.run.id"),
        text(attributes, "pitwall.finding.type"),
        text(attributes, "pitwall.finding.severity"),
        attributes.containsKey("gen_ai.agent.name")
            ? text(attributes, "gen_ai.agent.name")
            : "null",
        text(attributes, "pitwall.finding.subject"),
        causes,
        number(attributes, "pitwall.finding.onset"),
        millis(first),
        over ? millis(last) : 0);
  }

  private static long millis(JsonNode record) {
    return record.get("timeUnixNano").asLong() / 1_000_000;
  }

  private static Map<String, JsonNode> attributes(JsonNode record) {
    Map<String, JsonNode> attributes = new HashMap<>();
    for (JsonNode attribute : record.get("attributes")) {
      attributes.put(attribute.get("key").asText(), attribute.get("value"));
    }
    return attributes;
  }

  private static String text(Map<String, JsonNode> attributes, String name) {
    return attributes.getOrDefault(name, NONE).path("stringValue").asText();
  }

  private static long number(Map<String, JsonNode> attributes, String name) {
    return attributes.getOrDefault(name, NONE).path("intValue").asLong();
  }

  /** Who and what, without times and scores. */
  String key() {
    return "%s %s %s of %s, agent %s, causes %s"
        .formatted(run, severity, type, subject, agent, new TreeSet<>(causes.keySet()));
  }

  /** Whether only the JVM could know it: who waits for whose lock, and what weighs on the JVM. */
  boolean isOfTheJvm() {
    return causes.keySet().stream()
        .anyMatch(cause -> cause.startsWith("jvm:") || cause.contains("ReentrantLock"));
  }
}
