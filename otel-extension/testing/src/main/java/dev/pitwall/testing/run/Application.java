package dev.pitwall.testing.run;

import dev.pitwall.testing.application.Framework;
import dev.pitwall.testing.application.Player;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A framework at one version, with the program that uses it.
 *
 * @param version the framework's version
 * @param framework the program
 * @param classPath what it sees: no class of Pitwall but those of this kit that it plays with
 */
public record Application(String version, Class<? extends Framework> framework, String classPath) {

  // What the tests need and no application has.
  private static final String OURS =
      "(pitwall|opentelemetry|protobuf|junit|assertj|opentest4j|apiguardian|surefire|failsafe)-?.*";

  /**
   * One application for every folder of {@code versions}, which is named after a version and holds
   * the framework's jars; everything else comes from the class path of the tests.
   */
  public static List<Application> ofAll(Path versions, Class<? extends Framework> framework)
      throws IOException {
    try (Stream<Path> folders = Files.list(versions)) {
      List<Application> all = new ArrayList<>();
      List<Path> sorted = folders.sorted(Application::byVersion).toList();
      // A part of the framework that a version does not have must not come from another version.
      Set<String> artifacts = new TreeSet<>();
      for (Path folder : sorted) {
        jars(folder).forEach(jar -> artifacts.add(artifact(jar)));
      }
      for (Path folder : sorted) {
        all.add(
            new Application(
                String.valueOf(folder.getFileName()),
                framework,
                classPath(jars(folder), artifacts, framework)));
      }
      return all;
    }
  }

  private static List<Path> jars(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  private static String classPath(
      List<Path> jars, Set<String> replaced, Class<? extends Framework> framework) {
    Stream<Path> others =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .map(Path::of)
            .filter(Files::isRegularFile)
            .filter(jar -> !String.valueOf(jar.getFileName()).matches(OURS))
            .filter(jar -> !replaced.contains(artifact(jar)));
    return Stream.of(
            Stream.of(origin(framework), origin(Player.class)).distinct(), jars.stream(), others)
        .flatMap(paths -> paths)
        .map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static Path origin(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A jar's name without its version. */
  private static String artifact(Path jar) {
    return String.valueOf(jar.getFileName()).replaceFirst("-\\d.*", "");
  }

  private static int byVersion(Path a, Path b) {
    return Arrays.compare(numbers(a), numbers(b));
  }

  private static int[] numbers(Path folder) {
    return Arrays.stream(String.valueOf(folder.getFileName()).split("\\D+", -1))
        .filter(number -> !number.isEmpty())
        .mapToInt(Integer::parseInt)
        .toArray();
  }
}
