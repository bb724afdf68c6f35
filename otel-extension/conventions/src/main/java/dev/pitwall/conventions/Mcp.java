package dev.pitwall.conventions;

/** Attributes of the OpenTelemetry conventions for MCP clients that Pitwall writes. */
public final class Mcp {

  public static final Attribute METHOD =
      Attribute.open("mcp.method.name", "The protocol's method.");
  public static final Attribute PROMPT =
      Attribute.open("gen_ai.prompt.name", "The prompt that is asked for.");
  public static final Attribute TRANSPORT =
      Attribute.oneOf("network.transport", "How the request travels.", "pipe", "tcp");

  private Mcp() {}
}
