package dev.pitwall.testing.application;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a conversation gives to the application, and what the application sees in it. Safe for use
 * by any thread.
 */
public final class Scene {

  private final String baseUrl;
  private final Map<String, String> given;
  private final List<String> seen = new ArrayList<>();

  public Scene(String baseUrl, Map<String, String> given) {
    this.baseUrl = baseUrl;
    this.given = Map.copyOf(given);
  }

  /** Base URL of the model, as clients of the OpenAI protocol want it; any key will do. */
  public String baseUrl() {
    return baseUrl;
  }

  /** Where the MCP server listens, which has one tool, {@code search}, with a {@code query}. */
  public String toolServerUrl() {
    return baseUrl + "/mcp";
  }

  /** The model that is asked for. */
  public String model() {
    return "gpt-4o-mini";
  }

  /** A text of the conversation. */
  public String text(String key) {
    String text = given.get(key);
    if (text == null) {
      throw new IllegalArgumentException(
          "the conversation gives no '%s', only %s".formatted(key, given.keySet()));
    }
    return text;
  }

  /** Whether the conversation gives a text. */
  public boolean gives(String key) {
    return given.containsKey(key);
  }

  /**
   * The framework's method that asks for a streamed answer has returned, or is about to be called
   * where it returns only at the answer's end. The answer begins after that: otherwise it would
   * depend on the machine's speed whether the first words come on the caller's thread.
   */
  public void listening() {
    URI url = URI.create(baseUrl);
    // Without a client of HTTP, which the agent would watch.
    try (Socket socket = new Socket(url.getHost(), url.getPort())) {
      socket
          .getOutputStream()
          .write(
              "GET %s/listening HTTP/1.0\r\n\r\n"
                  .formatted(url.getPath())
                  .getBytes(StandardCharsets.US_ASCII));
      socket.getInputStream().readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Notes that something reached the application, and on what kind of thread. */
  public void saw(String what) {
    synchronized (seen) {
      seen.add(kind(Thread.currentThread()) + ": " + what);
    }
  }

  /** A tool of the application runs: it gives its result or throws, as the conversation wants. */
  public String tool(String name, String argument) {
    saw("tool %s(%s)".formatted(name, argument));
    if (gives("tool." + name + ".throws")) {
      throw new IllegalStateException(text("tool." + name + ".throws"));
    }
    return text("tool." + name);
  }

  /** A person is asked. */
  public String person(String question) {
    saw("a person was asked for " + question);
    return text("person");
  }

  List<String> seen() {
    synchronized (seen) {
      return List.copyOf(seen);
    }
  }

  // Numbers of pools and threads depend on what ran before.
  private static String kind(Thread thread) {
    return thread.getName().replaceAll("\\d+", "N") + (thread.isDaemon() ? " (daemon)" : "");
  }
}
