package dev.pitwall.distribution.app;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.langchain4j.agentic.AgenticServices;
import dev.langchain4j.agentic.UntypedAgent;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An agent behind A2A, on loopback, as a workflow's member and called by itself. */
public final class RemoteApp {

  private static final Pattern REQUEST_ID = Pattern.compile("\"id\":\"([^\"]+)\",\"method\"");

  private RemoteApp() {}

  public static void main(String[] arguments) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    String url = "http://127.0.0.1:" + server.getAddress().getPort();
    server.createContext("/", exchange -> answer(exchange, url));
    server.start();
    UntypedAgent far = AgenticServices.a2aBuilder(url).inputKeys("topic").outputKey("text").build();
    UntypedAgent workflow =
        AgenticServices.sequenceBuilder().name("remote").subAgents(far).outputKey("text").build();
    System.out.println("as a member: " + workflow.invoke(Map.of("topic", "tea")));
    System.out.println("by itself: " + far.invoke(Map.of("topic", "tea")));
    server.stop(0);
    System.exit(0);
  }

  private static void answer(HttpExchange exchange, String url) throws IOException {
    String request = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    byte[] body =
        (exchange.getRequestMethod().equals("GET") ? card(url) : message(request))
            .getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static String card(String url) {
    return """
        {"name": "far", "description": "works elsewhere", "url": "%s", "version": "1",
         "protocolVersion": "0.3.0", "capabilities": {"streaming": false}, "skills": [],
         "defaultInputModes": ["text"], "defaultOutputModes": ["text"],
         "preferredTransport": "JSONRPC"}
        """
        .formatted(url);
  }

  private static String message(String request) {
    Matcher id = REQUEST_ID.matcher(request);
    return """
        {"jsonrpc": "2.0", "id": "%s",
         "result": {"kind": "message", "messageId": "m1", "role": "agent",
                    "parts": [{"kind": "text", "text": "done far away"}]}}
        """
        .formatted(id.find() ? id.group(1) : "");
  }
}
