package dev.pitwall.distribution.app;

import com.sun.net.httpserver.HttpServer;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.mcp.McpToolProvider;
import dev.langchain4j.mcp.client.DefaultMcpClient;
import dev.langchain4j.mcp.client.McpClient;
import dev.langchain4j.mcp.client.transport.McpTransport;
import dev.langchain4j.mcp.client.transport.http.StreamableHttpMcpTransport;
import dev.langchain4j.mcp.client.transport.stdio.StdioMcpTransport;
import dev.langchain4j.service.AiServices;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Uses the tools of an MCP server, by itself and through an agent. Arguments: the server's notes,
 * and {@code http} if that is how it is reached.
 */
public final class McpApp {

  private McpApp() {}

  /** An agent with the server's tools. */
  public interface Assistant {
    String answer(String question);
  }

  public static void main(String[] arguments) throws Exception {
    Path notes = Path.of(arguments[0]);
    if (arguments.length == 1) {
      use(process(notes));
      return;
    }
    HttpServer server = McpServer.serve(notes);
    try {
      use(
          StreamableHttpMcpTransport.builder()
              .url("http://127.0.0.1:" + server.getAddress().getPort() + "/mcp")
              .build());
    } finally {
      server.stop(0);
    }
    System.exit(0);
  }

  private static McpTransport process(Path notes) {
    return new StdioMcpTransport.Builder()
        .command(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                McpServer.class.getName(),
                notes.toString()))
        .build();
  }

  private static void use(McpTransport transport) throws Exception {
    try (McpClient client =
        new DefaultMcpClient.Builder()
            .transport(transport)
            .toolExecutionTimeout(Duration.ofSeconds(1))
            .metaSupplier(context -> Map.of("tenant", "tea"))
            .build()) {
      System.out.println("tools " + client.listTools().size());
      System.out.println("again from the cache " + client.listTools().size());
      for (String tool : List.of("search", "fail", "silence")) {
        System.out.println(tool + ": " + call(client, tool));
      }
      Assistant assistant =
          AiServices.builder(Assistant.class)
              .chatModel(new ScriptedModel(1))
              .toolProvider(McpToolProvider.builder().mcpClients(client).build())
              .build();
      System.out.println("assistant: " + assistant.answer("what is there"));
    }
  }

  private static String call(McpClient client, String tool) {
    try {
      return client
          .executeTool(ToolExecutionRequest.builder().name(tool).arguments("{}").build())
          .resultText();
    } catch (RuntimeException e) {
      return "failed with " + e;
    }
  }
}
