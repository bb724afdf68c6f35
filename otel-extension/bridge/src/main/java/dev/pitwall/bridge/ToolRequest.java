package dev.pitwall.bridge;

import org.jspecify.annotations.Nullable;

/**
 * A call of a tool.
 *
 * @param name the tool's name
 * @param callId the model's id of the call
 * @param arguments its arguments as text; compared by a keyed hash, never exported
 */
public record ToolRequest(String name, @Nullable String callId, @Nullable String arguments) {

  public ToolRequest {
    name = Names.of(name);
    callId = Names.ofNullable(callId);
  }
}
