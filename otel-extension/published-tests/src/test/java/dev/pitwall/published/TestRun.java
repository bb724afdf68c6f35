package dev.pitwall.published;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * One run of published tests in a process of its own.
 *
 * @param results each test with its outcome, as text that is the same in every process
 * @param output what the process printed
 */
record TestRun(List<String> results, String output) {

  private static final int TIMEOUT_MINUTES = 5;

  /** Runs the classes whose names match, in a JVM with the given flags. */
  static TestRun of(List<String> flags, String classes, String leftOut, Path folder)
      throws Exception {
    Files.createDirectories(folder);
    Path output = folder.resolve("output");
    Process process =
        new ProcessBuilder(command(flags, classes, leftOut, folder))
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    if (!process.waitFor(TIMEOUT_MINUTES, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError("still running after " + TIMEOUT_MINUTES + " min, see " + output);
    }
    return new TestRun(results(folder.resolve("TEST-junit-jupiter.xml")), Files.readString(output));
  }

  /** Tests that did not pass. */
  List<String> failed() {
    return results.stream().filter(result -> result.contains(": failed")).toList();
  }

  private static List<String> command(
      List<String> flags, String classes, String leftOut, Path folder) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags);
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            "org.junit.platform.console.ConsoleLauncher",
            "execute",
            "--scan-classpath=" + publishedTests(),
            "--include-classname=" + classes,
            "--exclude-classname=" + leftOut,
            "--details=none",
            "--disable-banner",
            "--reports-dir=" + folder));
    return command;
  }

  private static String publishedTests() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .filter(entry -> entry.endsWith("-tests.jar"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static List<String> results(Path report) throws Exception {
    if (!Files.exists(report)) {
      throw new IOException("the tests did not run to their end: no " + report);
    }
    NodeList cases =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(report.toFile())
            .getElementsByTagName("testcase");
    List<String> results = new ArrayList<>();
    for (int i = 0; i < cases.getLength(); i++) {
      Element test = (Element) cases.item(i);
      results.add(
          test.getAttribute("classname")
              + " "
              // Some names hold an object's identity.
              + test.getAttribute("name").replaceAll("@[0-9a-f]+", "@")
              + ": "
              + outcome(test));
    }
    return results;
  }

  private static String outcome(Element test) {
    for (String bad : List.of("failure", "error")) {
      Element cause = (Element) test.getElementsByTagName(bad).item(0);
      if (cause != null) {
        return "failed with " + cause.getAttribute("type") + " " + cause.getAttribute("message");
      }
    }
    return test.getElementsByTagName("skipped").getLength() > 0 ? "skipped" : "passed";
  }
}
