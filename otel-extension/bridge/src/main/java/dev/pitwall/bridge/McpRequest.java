package dev.pitwall.bridge;

import org.jspecify.annotations.Nullable;

/**
 * A request of an MCP client.
 *
 * @param method the protocol's method
 * @param tool the tool that is called, if one is
 * @param prompt the prompt that is asked for, if one is
 * @param transport how it travels: {@code pipe} or {@code tcp}, if known
 */
public record McpRequest(
    String method, @Nullable String tool, @Nullable String prompt, @Nullable String transport) {

  public McpRequest {
    tool = Names.ofNullable(tool);
    prompt = Names.ofNullable(prompt);
  }
}
