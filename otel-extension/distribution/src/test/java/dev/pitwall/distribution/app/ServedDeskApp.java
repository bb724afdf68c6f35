package dev.pitwall.distribution.app;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * The desk behind an HTTP server, called by a client whose trace is sampled or not: the first
 * argument is {@code 01} or {@code 00}.
 */
public final class ServedDeskApp {

  private ServedDeskApp() {}

  public static void main(String[] arguments) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          DeskApp.main(new String[] {"loop"});
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    server.start();
    try (Socket client =
        new Socket(server.getAddress().getAddress(), server.getAddress().getPort())) {
      // By hand: an HTTP client would be instrumented, and send a trace of its own.
      String request =
          """
          GET / HTTP/1.1
          Host: localhost
          Connection: close
          traceparent: 00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-%s

          """
              .formatted(arguments[0]);
      client
          .getOutputStream()
          .write(request.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
      String answer = new String(client.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      System.out.println(answer.lines().findFirst().orElse("no answer"));
    }
    server.stop(0);
  }
}
