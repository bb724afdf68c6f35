package dev.pitwall.sample.simulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelFileTest {

  @TempDir Path folder;

  @Test
  void isReadAsItWasWritten() throws IOException {
    List<Scenario> some =
        Catalogue.all().stream()
            .filter(s -> s.type().equals("ping_pong") || s.type().equals("deadlock"))
            .toList();
    List<Label> labels = Season.play(1, some).labels();
    Path file = folder.resolve("labels.jsonl");
    LabelFile.write(file, labels);
    assertThat(LabelFile.read(file)).isEqualTo(labels);
  }
}
