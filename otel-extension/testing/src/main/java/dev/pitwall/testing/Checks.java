package dev.pitwall.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.function.Executable;

/** Several checks that fail as one, with nothing in the message but what they say. */
final class Checks {

  private Checks() {}

  /** Makes all checks, then fails if any did. */
  static void all(String subject, Stream<Executable> checks) throws Throwable {
    List<String> failures = new ArrayList<>();
    for (Executable check : checks.toList()) {
      try {
        check.execute();
      } catch (AssertionError e) {
        failures.add(String.valueOf(e.getMessage()));
      }
    }
    if (!failures.isEmpty()) {
      AssertionError failure =
          new AssertionError("%s\n%s".formatted(subject, String.join("\n\n", failures)));
      // Where a dynamic test was called from tells nobody anything.
      failure.setStackTrace(new StackTraceElement[0]);
      throw failure;
    }
  }
}
