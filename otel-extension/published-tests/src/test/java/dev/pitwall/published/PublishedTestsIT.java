package dev.pitwall.published;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The tests that LangChain4j publishes beside its jars have the same results with and without us.
 *
 * <p>Those of langchain4j-agentic are not published. Left out is what cannot pass by itself here:
 * it asks for files of the framework's build, for Kotlin, or for a model that would have to be
 * fetched.
 */
class PublishedTestsIT {

  private static final String CLASSES = "dev\\.langchain4j\\..*Tests?";
  private static final String LEFT_OUT =
      "dev\\.langchain4j\\.("
          + String.join(
              "|",
              "data\\.document\\..*",
              "store\\.embedding\\.inmemory\\..*",
              "memory\\.chat\\.TokenWindowChatMemoryTest",
              "internal\\.JacksonJsonCodecTest",
              "internal\\.VirtualThreadUtilsTest")
          + ")";

  // Fewer would mean that the jars, or what selects in them, are not what they were.
  private static final int EXPECTED_AT_LEAST = 2000;

  @Test
  void passWithAndWithoutUs(@TempDir Path folder) throws Exception {
    TestRun bare = TestRun.of(List.of(), CLASSES, LEFT_OUT, folder.resolve("bare"));
    TestRun watched =
        TestRun.of(
            List.of(
                "-javaagent:" + System.getProperty("pitwall.agent"),
                "-Dotel.javaagent.extensions=" + System.getProperty("pitwall.extension"),
                "-Dotel.traces.exporter=none",
                "-Dotel.logs.exporter=none",
                "-Dotel.metrics.exporter=logging-otlp"),
            CLASSES,
            LEFT_OUT,
            folder.resolve("watched"));

    assertThat(bare.results()).hasSizeGreaterThan(EXPECTED_AT_LEAST);
    assertThat(bare.failed()).isEmpty();
    assertThat(watched.failed()).isEmpty();
    assertThat(watched.results()).containsExactlyInAnyOrderElementsOf(bare.results());
    // They were watched: hooks reported, and none of them failed.
    assertThat(watched.output())
        .contains("is watching", "pitwall.signals.received")
        .doesNotContain("Pitwall failed", "Pitwall leaves");
  }
}
