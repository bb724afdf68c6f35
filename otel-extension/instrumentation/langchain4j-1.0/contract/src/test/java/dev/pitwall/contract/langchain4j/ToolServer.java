package dev.pitwall.contract.langchain4j;

import dev.langchain4j.mcp.McpToolProvider;
import dev.langchain4j.mcp.client.DefaultMcpClient;
import dev.langchain4j.mcp.client.McpClient;
import dev.langchain4j.mcp.client.transport.http.StreamableHttpMcpTransport;
import dev.pitwall.testing.application.Scene;

/** Tools of an MCP server, by LangChain4j's own client. Here, for versions that have none. */
final class ToolServer {

  private ToolServer() {}

  static String ask(Scene scene) throws Exception {
    try (McpClient client =
        new DefaultMcpClient.Builder()
            .transport(new StreamableHttpMcpTransport.Builder().url(scene.toolServerUrl()).build())
            .build()) {
      return LangChain4j.assistant(scene)
          .toolProvider(McpToolProvider.builder().mcpClients(client).build())
          .build()
          .answer(scene.text("prompt"));
    }
  }
}
