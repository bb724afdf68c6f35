package dev.pitwall.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class EntryJsonTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void isALineThatAPersonCanRead() {
    Entry entry =
        new Entry(
            "pitwall.run.authorized",
            "r1",
            "desk",
            1_700_000_000_000L,
            Map.of("user.id", "ada", "pitwall.plan.reviewed", true));
    assertThat(EntryJson.line(entry))
        .isEqualTo(
            "{\"time\":\"2023-11-14T22:13:20Z\",\"event\":\"pitwall.run.authorized\","
                + "\"pitwall.run.id\":\"r1\",\"gen_ai.workflow.name\":\"desk\","
                + "\"pitwall.plan.reviewed\":true,\"user.id\":\"ada\"}");
  }

  @Property
  void anyTextComesBack(@ForAll String text, @ForAll long number, @ForAll double decimal)
      throws JsonProcessingException {
    Entry entry =
        new Entry(
            "e",
            "",
            "",
            0,
            Map.of("text", text, "number", number, "decimal", decimal, "list", List.of(text, "b")));
    String line = EntryJson.line(entry);
    assertThat(line).doesNotContain("\n");
    JsonNode read = JSON.readTree(line);
    assertThat(read.path("text").asText()).isEqualTo(text);
    assertThat(read.path("number").asLong()).isEqualTo(number);
    assertThat(read.path("list").get(0).asText()).isEqualTo(text);
    assertThat(read.has("pitwall.run.id")).isFalse();
  }
}
