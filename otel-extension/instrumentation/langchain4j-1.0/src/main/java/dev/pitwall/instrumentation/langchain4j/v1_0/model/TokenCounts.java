package dev.pitwall.instrumentation.langchain4j.v1_0.model;

import dev.langchain4j.model.output.TokenUsage;
import dev.pitwall.bridge.ModelReply.Usage;
import dev.pitwall.instrumentation.Property;
import org.jspecify.annotations.Nullable;

/**
 * Brings providers' token counts to the conventions' meaning: what was cached is part of the input,
 * reasoning is part of the output. What goes beyond two numbers is in classes of each provider's
 * own jar.
 */
public final class TokenCounts {

  // Anthropic's and Bedrock's input leaves out what was read from and written to a cache.
  private static final Property READ_BESIDE_INPUT = new Property("cacheReadInputTokens");
  private static final Property WRITTEN_BESIDE_INPUT =
      new Property("cacheCreationInputTokens", "cacheWriteInputTokens");

  private static final Property INPUT_DETAILS = new Property("inputTokensDetails");
  private static final Property CACHED = new Property("cachedTokens");
  private static final Property OUTPUT_DETAILS = new Property("outputTokensDetails");
  private static final Property REASONING = new Property("reasoningTokens");
  private static final Property CACHED_CONTENT = new Property("cachedContentTokenCount");
  private static final Property THOUGHTS = new Property("thoughtsTokenCount");

  private TokenCounts() {}

  /** What a model reported, or null if that is nothing. */
  public static @Nullable Usage of(@Nullable TokenUsage usage) {
    if (usage == null) {
      return null;
    }
    Integer input = usage.inputTokenCount();
    Integer output = usage.outputTokenCount();
    if (usage.getClass() == TokenUsage.class) {
      return Usage.of(input, output);
    }
    Integer read = READ_BESIDE_INPUT.integer(usage);
    Integer written = WRITTEN_BESIDE_INPUT.integer(usage);
    if (read != null || written != null) {
      input = sum(input, sum(read, written));
    } else {
      read = firstOf(CACHED.integer(INPUT_DETAILS.of(usage)), CACHED_CONTENT.integer(usage));
    }
    Integer reasoning = REASONING.integer(OUTPUT_DETAILS.of(usage));
    if (reasoning == null) {
      reasoning = THOUGHTS.integer(usage);
      output = withThoughts(usage, output, reasoning);
    }
    return input == null && output == null
        ? null
        : new Usage(input, output, read, written, reasoning);
  }

  // Gemini's output leaves out the thoughts, but its total does not.
  private static @Nullable Integer withThoughts(
      TokenUsage usage, @Nullable Integer output, @Nullable Integer thoughts) {
    Integer input = usage.inputTokenCount();
    Integer total = usage.totalTokenCount();
    if (thoughts == null || input == null || output == null || total == null) {
      return output;
    }
    return total - input - output == thoughts ? Integer.valueOf(output + thoughts) : output;
  }

  private static @Nullable Integer firstOf(@Nullable Integer one, @Nullable Integer other) {
    return one == null ? other : one;
  }

  private static @Nullable Integer sum(@Nullable Integer one, @Nullable Integer other) {
    if (one == null) {
      return other;
    }
    return other == null ? one : Integer.valueOf(one + other);
  }
}
