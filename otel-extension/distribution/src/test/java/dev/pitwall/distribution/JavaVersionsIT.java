package dev.pitwall.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The same application on every Java: what it does is the same alone, with the plain agent and with
 * us. Where Java is too old for us, we say so and leave the agent alone.
 */
class JavaVersionsIT {

  private static final String PARALLEL = "dev.pitwall.distribution.app.ParallelApp";

  private static final String OLD_APP =
      """
      import java.net.URI;
      import java.net.http.*;
      public class OldApp {
        public static void main(String[] arguments) throws Exception {
          HttpRequest request = HttpRequest.newBuilder(URI.create(arguments[0])).build();
          System.out.println(HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body());
          System.err.println("thread " + Thread.currentThread().getName());
        }
      }
      """;

  @ParameterizedTest(name = "Java {0}, agent {1}, isolated helpers {2}")
  @CsvSource({"17, newest, false", "21, oldest, true", "25, newest, true", "25, newest, false"})
  void changesNothing(int version, String agent, boolean isolated)
      throws IOException, InterruptedException {
    ThreeWays ways =
        ThreeWays.run(
            JavaHomes.of(version),
            agent.equals("newest") ? Attached.NEWEST : Attached.OLDEST,
            List.of("-cp", Attached.applicationClassPath(), PARALLEL),
            "-Dotel.javaagent.experimental.indy=" + isolated);
    ways.assertSameApplication();
    ways.assertWatching();
    assertThat(ways.bare().out()).anyMatch(line -> line.contains("virtual " + (version >= 21)));
    assertThat(ways.bare().err()).anyMatch(line -> line.contains("the model is down"));
    assertThat(ways.watched().spanNames())
        .filteredOn(name -> name.startsWith("execute_tool"))
        .hasSize(3);
  }

  @Test
  void isOffOnJava11AndTheAgentWorksAsWithoutIt(@TempDir Path folder) throws Exception {
    compileForJava11(folder);
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, 2);
          exchange.getResponseBody().write(new byte[] {'o', 'k'});
          exchange.close();
        });
    server.start();
    try {
      ThreeWays ways =
          ThreeWays.run(
              JavaHomes.of(11),
              Attached.NEWEST,
              List.of(
                  "-cp",
                  folder.toString(),
                  "OldApp",
                  "http://127.0.0.1:" + server.getAddress().getPort() + "/"));
      ways.assertSameApplication();
      assertThat(ways.plain().spanNames()).contains("GET");
      assertThat(ways.watched().spanNames()).isEqualTo(ways.plain().spanNames());
      assertThat(ways.watched().log().stream().filter(line -> line.contains("Pitwall")))
          .singleElement()
          .asString()
          .contains("Pitwall is off: it needs Java 17, this is Java 11");
    } finally {
      server.stop(0);
    }
  }

  private static void compileForJava11(Path folder) throws IOException {
    Path source = folder.resolve("OldApp.java");
    Files.writeString(source, OLD_APP);
    assertThat(
            ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "--release", "11", source.toString()))
        .isZero();
  }
}
