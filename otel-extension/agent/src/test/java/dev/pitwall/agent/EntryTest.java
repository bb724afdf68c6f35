package dev.pitwall.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EntryTest {

  private static final int JAVA_8 = 52;
  private static final Path CLASSES = Path.of("target/classes");

  @Test
  void whatTheAgentLooksUpByNameLoadsOnJava8() throws IOException {
    List<Path> entries = files(CLASSES.resolve("dev/pitwall/agent/entry"));
    assertThat(entries).isNotEmpty();
    for (Path entry : entries) {
      try (DataInputStream file = new DataInputStream(Files.newInputStream(entry))) {
        assertThat(file.readInt()).isEqualTo(0xCAFEBABE);
        file.readUnsignedShort();
        assertThat(file.readUnsignedShort()).as(entry.toString()).isEqualTo(JAVA_8);
      }
    }
  }

  @Test
  void everyServiceOfTheAgentIsAnEntry() throws IOException {
    for (Path service : files(CLASSES.resolve("META-INF/services"))) {
      if (service.getFileName().toString().startsWith("dev.pitwall.")) {
        continue; // looked up by us, who are not there on Java 8
      }
      assertThat(Files.readAllLines(service))
          .allSatisfy(name -> assertThat(name).startsWith("dev.pitwall.agent.entry."))
          .allSatisfy(
              name -> assertThat(CLASSES.resolve(name.replace('.', '/') + ".class")).exists());
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }
}
