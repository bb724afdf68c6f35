package dev.pitwall.sample.simulator.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Labels as JSON lines; times are ISO-8601, or null. */
public final class LabelFile {

  private static final ObjectMapper JSON = new ObjectMapper();

  private LabelFile() {}

  /**
   * Writes them, one a line.
   *
   * @throws IOException if the file cannot be written
   */
  public static void write(Path file, List<Label> labels) throws IOException {
    List<String> lines = new ArrayList<>();
    for (Label label : labels) {
      lines.add(JSON.writeValueAsString(node(label)));
    }
    Files.write(file, lines);
  }

  /**
   * Reads them again.
   *
   * @throws IOException if the file cannot be read
   */
  public static List<Label> read(Path file) throws IOException {
    List<Label> labels = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      labels.add(label(JSON.readTree(line)));
    }
    return labels;
  }

  private static ObjectNode node(Label label) {
    ObjectNode node = JSON.createObjectNode();
    node.put("scenario", label.scenario());
    node.put("kind", label.kind());
    node.put("seed", label.seed());
    node.put("type", label.type());
    node.put("workflow", label.workflow());
    node.put("run", label.run());
    node.put("trace", label.trace());
    ArrayNode causes = node.putArray("causes");
    label
        .causes()
        .forEach(c -> causes.addObject().put("kind", c.kind()).put("subject", c.subject()));
    time(node, "began", label.began());
    time(node, "onset", label.onset());
    time(node, "decidable", label.decidable());
    time(node, "cleared", label.cleared());
    ArrayNode also = node.putArray("mayAlso");
    label.mayAlso().forEach(a -> also.addObject().put("type", a.type()).put("why", a.why()));
    ArrayNode readAs = node.putArray("readAs");
    label.readAs().forEach(readAs::add);
    node.put("visibility", label.visibility().name().toLowerCase(Locale.ROOT));
    return node;
  }

  private static void time(ObjectNode node, String name, long at) {
    node.put(name, at == 0 ? null : Instant.ofEpochMilli(at).toString());
  }

  private static Label label(JsonNode node) {
    List<Label.TrueCause> causes = new ArrayList<>();
    node.path("causes")
        .forEach(c -> causes.add(new Label.TrueCause(text(c, "kind"), text(c, "subject"))));
    List<Label.Allowed> also = new ArrayList<>();
    node.path("mayAlso").forEach(a -> also.add(new Label.Allowed(text(a, "type"), text(a, "why"))));
    List<String> readAs = new ArrayList<>();
    node.path("readAs").forEach(each -> readAs.add(each.asText()));
    return new Label(
        text(node, "scenario"),
        text(node, "kind"),
        node.path("seed").asLong(),
        text(node, "type"),
        text(node, "workflow"),
        text(node, "run"),
        text(node, "trace"),
        causes,
        time(node, "began"),
        time(node, "onset"),
        time(node, "decidable"),
        time(node, "cleared"),
        also,
        readAs,
        Visibility.valueOf(text(node, "visibility").toUpperCase(Locale.ROOT)));
  }

  private static String text(JsonNode node, String name) {
    return node.path(name).asText();
  }

  private static long time(JsonNode node, String name) {
    return node.hasNonNull(name) ? Instant.parse(text(node, name)).toEpochMilli() : 0;
  }
}
