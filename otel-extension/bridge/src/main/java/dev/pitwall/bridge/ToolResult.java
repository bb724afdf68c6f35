package dev.pitwall.bridge;

import org.jspecify.annotations.Nullable;

/**
 * What a tool gave back.
 *
 * @param text its result as text; compared by a keyed hash, never exported
 * @param error what went wrong, if the framework turned an error of the tool into this result: the
 *     class of the exception where it is known, or one of the constants
 */
public record ToolResult(@Nullable String text, @Nullable String error) {

  /** The framework turned the tool's exception into an answer for the model and kept no more. */
  public static final String TOOL_ERROR = "tool_error";

  /** The model asked for a tool that does not exist. */
  public static final String UNKNOWN_TOOL = "unknown_tool";

  public ToolResult {
    error = Names.ofNullable(error);
  }

  /**
   * @param failed whether the framework turned an error of the tool into this result
   */
  public ToolResult(@Nullable String text, boolean failed) {
    this(text, failed ? TOOL_ERROR : null);
  }
}
