package dev.pitwall.distribution.app;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.pitwall.api.Pitwall;
import dev.pitwall.api.Run;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** A service that starts a run for each request, and a caller; arguments are headers' values. */
public final class ServedRunsApp {

  private ServedRunsApp() {}

  public static void main(String[] arguments) throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", ServedRunsApp::serve);
    server.start();
    URI address = URI.create("http://localhost:" + server.getAddress().getPort());
    HttpClient client = HttpClient.newHttpClient();
    for (String permission : arguments) {
      HttpRequest.Builder request = HttpRequest.newBuilder(address);
      if (!permission.isEmpty()) {
        request.header("X-Run-Permission", permission);
      }
      HttpResponse<String> response =
          client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      System.out.println("answered " + response.statusCode() + " " + response.body());
    }
    server.stop(0);
  }

  private static void serve(HttpExchange exchange) throws IOException {
    try (Run run = Pitwall.plan("desk").needsAuthorization().declare().start()) {
      run.reached("draft");
    }
    exchange.sendResponseHeaders(200, 0);
    exchange.getResponseBody().write(exchange.getRequestMethod().getBytes(StandardCharsets.UTF_8));
    exchange.close();
  }
}
