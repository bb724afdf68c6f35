package dev.pitwall.sample.simulator.score;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A finding, as a detector reports it.
 *
 * @param causes as {@code kind:subject}, likeliest first
 * @param onset epoch milliseconds, 0 if it is not told
 * @param detected epoch milliseconds
 */
public record Found(
    String type, String workflow, String run, List<String> causes, long onset, long detected) {

  private static final ObjectMapper JSON = new ObjectMapper();

  public Found {
    causes = List.copyOf(causes);
  }

  /**
   * Reads a file of findings, one JSON object a line.
   *
   * @throws IOException if the file cannot be read, or a line is no finding
   */
  public static List<Found> read(Path file) throws IOException {
    List<Found> all = new ArrayList<>();
    int number = 0;
    for (String line : Files.readAllLines(file)) {
      number++;
      JsonNode node = JSON.readTree(line);
      if (!node.hasNonNull("type") || !node.hasNonNull("detected")) {
        throw new IOException(
            "%s, line %d: a finding has a type and says when it was detected"
                .formatted(file, number));
      }
      all.add(of(node));
    }
    return all;
  }

  private static Found of(JsonNode node) {
    List<String> causes = new ArrayList<>();
    node.path("causes")
        .forEach(c -> causes.add(c.path("kind").asText() + ":" + c.path("subject").asText()));
    return new Found(
        node.path("type").asText(),
        node.path("workflow").asText(""),
        node.path("run").asText(""),
        causes,
        node.hasNonNull("onset") ? time(node, "onset") : 0,
        time(node, "detected"));
  }

  private static long time(JsonNode node, String name) {
    return Instant.parse(node.path(name).asText()).toEpochMilli();
  }
}
