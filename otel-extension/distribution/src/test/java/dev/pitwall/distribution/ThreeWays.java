package dev.pitwall.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One application alone, with the plain agent, and with the agent and us.
 *
 * @param bare alone
 * @param plain with the agent
 * @param watched with the agent and us
 */
record ThreeWays(Attached bare, Attached plain, Attached watched) {

  /** Runs what {@code target} says under the given agent; {@code more} are further agent flags. */
  static ThreeWays run(Path javaHome, String agent, List<String> target, String... more)
      throws IOException, InterruptedException {
    return new ThreeWays(
        Attached.run(javaHome, List.of(), target),
        Attached.run(javaHome, with(Attached.flagsOfThePlainAgent(agent), more), target),
        Attached.run(javaHome, with(Attached.flags(agent), more), target));
  }

  /**
   * The application ended in the same way and wrote the same, and nobody else wrote between its
   * lines.
   */
  void assertSameApplication() {
    assertThat(bare.exit()).as(String.join("\n", bare.err())).isZero();
    assertThat(bare.out()).isNotEmpty();
    for (Attached attached : List.of(plain, watched)) {
      assertThat(attached.exit()).as(String.join("\n", attached.log())).isEqualTo(bare.exit());
    }
    assertThat(plain.out()).containsExactlyElementsOf(bare.out());
    // Where an application looks for the bridge, it is on the bootstrap loader, which prints as
    // null.
    assertThat(watched.out())
        .containsExactlyElementsOf(
            bare.out().stream().map(line -> line.replace("bridge absent", "bridge null")).toList());
    // What the JVM says of the agent itself, from Java 24 on, is in the plain one too.
    assertThat(watched.applicationErr()).containsExactlyElementsOf(plain.applicationErr());
    assertThat(watched.applicationErr()).containsAll(bare.applicationErr());
  }

  /** One line of log tells that we watch, and none of a failure of ours or of a module left out. */
  void assertWatching() {
    assertThat(watched.log().stream().filter(line -> line.contains("is watching"))).hasSize(1);
    assertThat(watched.log())
        .noneMatch(line -> line.contains("Pitwall failed") || line.contains("Pitwall leaves"));
  }

  private static List<String> with(List<String> flags, String... more) {
    List<String> all = new ArrayList<>(flags);
    all.addAll(List.of(more));
    return all;
  }
}
