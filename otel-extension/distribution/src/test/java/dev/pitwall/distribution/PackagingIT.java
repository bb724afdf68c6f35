package dev.pitwall.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The desk in the packages and containers in which applications run: each has class loaders of its
 * own, and hooks find their way from all of them.
 */
class PackagingIT {

  private static final String APPLICATIONS = "dev.pitwall.distribution.app.";

  @TempDir private Path folder;

  @Test
  void anExecutableJarWithJarsInIt() throws IOException, InterruptedException {
    assertWatched(
        1, List.of("-jar", Packages.executableJar(folder.resolve("desk.jar")).toString()));
  }

  @Test
  void twoWebApplicationsInOneJvm() throws IOException, InterruptedException {
    ThreeWays ways =
        assertWatched(
            2,
            List.of(
                "-cp",
                Attached.applicationClassPath("tomcat-"),
                APPLICATIONS + "TomcatApp",
                Packages.webApplication(folder.resolve("first")).toString(),
                Packages.webApplication(folder.resolve("second")).toString()));
    assertThat(ways.bare().out())
        .filteredOn(line -> line.contains("LangChain4j of it true"))
        .hasSize(2);
  }

  @Test
  void anOsgiBundle() throws IOException, InterruptedException {
    assertWatched(
        1,
        List.of(
            "-cp",
            Attached.applicationClassPath("org.apache.felix"),
            APPLICATIONS + "FelixApp",
            Packages.bundle(folder.resolve("desk-bundle.jar")).toString()));
  }

  @Test
  void aJbossModule() throws IOException, InterruptedException {
    assertWatched(
        1,
        List.of(
            "-jar",
            Attached.jar("jboss-modules-").toString(),
            "-mp",
            Packages.modules(folder.resolve("modules")).toString(),
            "desk"));
  }

  private static ThreeWays assertWatched(int applications, List<String> target)
      throws IOException, InterruptedException {
    ThreeWays ways = ThreeWays.run(JavaHomes.own(), Attached.NEWEST, target);
    ways.assertSameApplication();
    ways.assertWatching();
    // The bridge is one, and nobody's copy.
    assertThat(ways.watched().out()).filteredOn("bridge null"::equals).hasSize(applications);
    List<String> names = ways.watched().spanNames();
    for (String once :
        List.of("execute_tool search", "invoke_workflow review", "approval release")) {
      assertThat(Collections.frequency(names, once)).as(once).isEqualTo(applications);
    }
    return ways;
  }
}
