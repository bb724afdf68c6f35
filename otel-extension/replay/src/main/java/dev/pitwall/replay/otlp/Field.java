package dev.pitwall.replay.otlp;

import dev.pitwall.conventions.GenAi;
import dev.pitwall.conventions.Mcp;
import dev.pitwall.conventions.Pitwall;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Attributes of spans that mean something here, under all names that they have or had. */
enum Field {
  OPERATION(GenAi.OPERATION.name()),
  WORKFLOW(GenAi.WORKFLOW.name()),
  AGENT(GenAi.AGENT.name()),
  AGENT_ID("gen_ai.agent.id"),
  TOOL(GenAi.TOOL.name()),
  CONVERSATION(GenAi.CONVERSATION_ID.name()),
  PROVIDER(GenAi.PROVIDER.name(), "gen_ai.system"),
  REQUEST_MODEL(GenAi.REQUEST_MODEL.name()),
  RESPONSE_MODEL(GenAi.RESPONSE_MODEL.name()),
  INPUT_TOKENS(GenAi.INPUT_TOKENS.name(), "gen_ai.usage.prompt_tokens"),
  OUTPUT_TOKENS(GenAi.OUTPUT_TOKENS.name(), "gen_ai.usage.completion_tokens"),
  CACHE_READ_TOKENS(GenAi.CACHE_READ_TOKENS.name()),
  CACHE_WRITE_TOKENS(GenAi.CACHE_WRITE_TOKENS.name(), "gen_ai.usage.cache_creation.input_tokens"),
  REASONING_TOKENS(GenAi.REASONING_TOKENS.name()),
  ERROR(GenAi.ERROR_TYPE.name()),
  MCP_METHOD(Mcp.METHOD.name()),
  RUN(Pitwall.RUN_ID.name()),
  ARGUMENTS_HASH(Pitwall.TOOL_ARGUMENTS_HASH.name()),
  INPUT_HASH(Pitwall.INPUT_HASH.name()),
  OUTPUT_HASH(Pitwall.OUTPUT_HASH.name()),
  TOPOLOGY(Pitwall.WORKFLOW_TOPOLOGY.name()),
  MEMBERS(Pitwall.WORKFLOW_MEMBERS.name()),
  MAX_ITERATIONS(Pitwall.WORKFLOW_MAX_ITERATIONS.name()),
  SUSPENDED(Pitwall.WORKFLOW_SUSPENDED.name()),
  /** Content: only ever seen as a hash. */
  ARGUMENTS("gen_ai.tool.call.arguments"),
  RESULT("gen_ai.tool.call.result"),
  INPUT_MESSAGES("gen_ai.input.messages"),
  OUTPUT_MESSAGES("gen_ai.output.messages");

  private final String name;
  private final @Nullable String formerName;

  Field(String name) {
    this(name, null);
  }

  Field(String name, @Nullable String formerName) {
    this.name = name;
    this.formerName = formerName;
  }

  /** Every name, each with what it stands for. */
  static Map<String, Field> byName() {
    Map<String, Field> fields = new HashMap<>();
    for (Field field : values()) {
      fields.put(field.name, field);
      if (field.formerName != null) {
        fields.put(field.formerName, field);
      }
    }
    return fields;
  }

  boolean isContent() {
    return compareTo(ARGUMENTS) >= 0;
  }

  boolean isNumber() {
    return switch (this) {
      case INPUT_TOKENS,
          OUTPUT_TOKENS,
          CACHE_READ_TOKENS,
          CACHE_WRITE_TOKENS,
          REASONING_TOKENS,
          MEMBERS,
          MAX_ITERATIONS ->
          true;
      default -> false;
    };
  }
}
