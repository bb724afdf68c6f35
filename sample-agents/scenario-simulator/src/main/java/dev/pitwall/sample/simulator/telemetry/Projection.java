package dev.pitwall.sample.simulator.telemetry;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.pitwall.conventions.GenAi;
import dev.pitwall.conventions.Pitwall;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What of an operation is exported under a coverage. */
final class Projection {

  private static final String OWN = "pitwall.";

  private final Coverage coverage;

  Projection(Coverage coverage) {
    this.coverage = coverage;
  }

  /** Whether a span is exported at all: approvals have no standard span. */
  boolean exports(Span span) {
    return !coverage.isStandard() || span.attributes().get(GenAi.OPERATION.name()) != null;
  }

  /** Whether entries of the workflow log are exported. */
  boolean exportsLog() {
    return !coverage.isStandard();
  }

  /** The attributes of a span as they are exported. */
  Attributes of(Span span) {
    Attributes exported = new Attributes();
    for (Map.Entry<String, Object> attribute : span.attributes().all().entrySet()) {
      if (!coverage.isStandard() || !attribute.getKey().startsWith(OWN)) {
        exported.with(attribute.getKey(), attribute.getValue());
      }
    }
    if (span.error() != null) {
      exported.with(GenAi.ERROR_TYPE, span.error());
    }
    Object operation = span.attributes().get(GenAi.OPERATION.name());
    switch (coverage) {
      case FULL -> hashes(exported, operation, span.content());
      case STANDARD_WITH_CONTENT -> content(exported, operation, span.content());
      case STANDARD -> {}
    }
    return exported;
  }

  // The extension hashes what tools and agents take and give, and nothing of models.
  private static void hashes(Attributes exported, @Nullable Object operation, Content content) {
    if ("execute_tool".equals(operation)) {
      exported.with(Pitwall.TOOL_ARGUMENTS_HASH, Digest.of(content.input()));
      exported.with(Pitwall.OUTPUT_HASH, Digest.of(content.output()));
    } else if ("invoke_agent".equals(operation)) {
      exported.with(Pitwall.INPUT_HASH, Digest.of(content.input()));
      exported.with(Pitwall.OUTPUT_HASH, Digest.of(content.output()));
    }
  }

  private static void content(Attributes exported, @Nullable Object operation, Content content) {
    if ("execute_tool".equals(operation)) {
      exported.with("gen_ai.tool.call.arguments", content.input());
      exported.with("gen_ai.tool.call.result", content.output());
    } else if ("invoke_agent".equals(operation) || "chat".equals(operation)) {
      exported.with("gen_ai.input.messages", messages("user", content.input(), null));
      exported.with("gen_ai.output.messages", messages("assistant", content.output(), "stop"));
    }
  }

  private static @Nullable String messages(
      String role, @Nullable String text, @Nullable String finishReason) {
    if (text == null) {
      return null;
    }
    var message = JsonNodeFactory.instance.objectNode().put("role", role);
    message.putArray("parts").addObject().put("type", "text").put("content", text);
    if (finishReason != null) {
      message.put("finish_reason", finishReason);
    }
    return JsonNodeFactory.instance.arrayNode().add(message).toString();
  }
}
