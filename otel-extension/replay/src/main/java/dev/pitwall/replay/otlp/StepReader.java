package dev.pitwall.replay.otlp;

import dev.pitwall.engine.signal.Shape;
import dev.pitwall.engine.signal.Usage;
import dev.pitwall.replay.record.Step;
import dev.pitwall.replay.record.StepKind;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tells by its attributes what step of a run a span stands for. */
final class StepReader {

  private final SpanFields fields;

  StepReader(SpanFields fields) {
    this.fields = fields;
  }

  /**
   * The step, or null if the span is none.
   *
   * @param ourRequest whether it is a request that Pitwall itself has recorded
   * @param failure what the span says of its failure beside its attributes
   */
  @Nullable Step read(String service, String spanName, boolean ourRequest, Failure failure) {
    StepKind kind = kind();
    // Our span of an MCP request tells of the request; the call of a tool has a span of its own.
    if (kind == null
        || (kind == StepKind.TOOL && ourRequest && fields.text(Field.MCP_METHOD) != null)) {
      return null;
    }
    return new Step(
        kind,
        name(kind, spanName),
        fields.text(Field.RUN),
        fields.text(Field.CONVERSATION),
        fields.text(Field.AGENT),
        service,
        fields.text(Field.PROVIDER),
        fields.text(Field.RESPONSE_MODEL),
        kind == StepKind.MODEL ? usage() : Usage.UNKNOWN,
        input(kind),
        output(kind),
        failure.type(fields.text(Field.ERROR)),
        kind == StepKind.WORKFLOW ? shape() : null,
        "true".equals(fields.text(Field.SUSPENDED)));
  }

  private @Nullable StepKind kind() {
    String operation = fields.text(Field.OPERATION);
    if (operation == null) {
      // Early instrumentations had no operations and told of calls of models only.
      return fields.text(Field.PROVIDER) != null && fields.text(Field.REQUEST_MODEL) != null
          ? StepKind.MODEL
          : null;
    }
    return switch (operation) {
      case "invoke_workflow" -> StepKind.WORKFLOW;
      case "invoke_agent" -> StepKind.AGENT;
      case "plan" -> StepKind.PLAN;
      case "chat", "text_completion", "generate_content" -> StepKind.MODEL;
      case "execute_tool" -> StepKind.TOOL;
      default -> null;
    };
  }

  private String name(StepKind kind, String spanName) {
    String name =
        switch (kind) {
          case WORKFLOW -> fields.text(Field.WORKFLOW);
          case AGENT -> first(fields.text(Field.AGENT), fields.text(Field.AGENT_ID));
          case PLAN -> fields.text(Field.AGENT);
          case TOOL -> fields.text(Field.TOOL);
          case MODEL -> first(fields.text(Field.REQUEST_MODEL), "");
        };
    if (name != null) {
      return name;
    }
    // The conventions call a span by its operation and by whom it concerns.
    int space = spanName.indexOf(' ');
    return space < 0 ? spanName : spanName.substring(space + 1);
  }

  private static @Nullable String first(@Nullable String one, @Nullable String other) {
    return one == null ? other : one;
  }

  private Usage usage() {
    return new Usage(
        fields.number(Field.INPUT_TOKENS),
        fields.number(Field.OUTPUT_TOKENS),
        fields.number(Field.CACHE_READ_TOKENS),
        fields.number(Field.CACHE_WRITE_TOKENS),
        fields.number(Field.REASONING_TOKENS),
        null,
        null,
        false);
  }

  private @Nullable String input(StepKind kind) {
    return switch (kind) {
      case TOOL -> first(fields.text(Field.ARGUMENTS_HASH), fields.text(Field.ARGUMENTS));
      case AGENT -> first(fields.text(Field.INPUT_HASH), fields.text(Field.INPUT_MESSAGES));
      default -> null;
    };
  }

  private @Nullable String output(StepKind kind) {
    return switch (kind) {
      case TOOL -> first(fields.text(Field.OUTPUT_HASH), fields.text(Field.RESULT));
      case AGENT -> first(fields.text(Field.OUTPUT_HASH), fields.text(Field.OUTPUT_MESSAGES));
      default -> null;
    };
  }

  private @Nullable Shape shape() {
    String topology = fields.text(Field.TOPOLOGY);
    if (topology == null) {
      return null;
    }
    for (Shape.Kind kind : Shape.Kind.values()) {
      if (kind.name().toLowerCase(Locale.ROOT).equals(topology)) {
        Integer members = fields.number(Field.MEMBERS);
        Integer iterations = fields.number(Field.MAX_ITERATIONS);
        return new Shape(kind, members == null ? 0 : members, iterations == null ? 1 : iterations);
      }
    }
    return null;
  }
}
