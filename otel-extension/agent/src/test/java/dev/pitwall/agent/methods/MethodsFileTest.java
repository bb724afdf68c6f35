package dev.pitwall.agent.methods;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MethodsFileTest {

  private final List<String> complaints = new ArrayList<>();

  @TempDir private Path folder;

  @Test
  void mapsMethodsOfNamedClasses() throws IOException {
    FileMethods methods =
        load(
            """
            # what the desk does
            methods:
              - class: com.acme.Desk
                method: publish
                parameters: [java.lang.String, "int[]"]
                workflow: publishing-desk
              - class: com.acme.Research
                method: research
                task:
                  id: ${args[0].id}
                  type: research
                milestone: draft
            """);
    assertThat(complaints).isEmpty();
    assertThat(methods.types()).containsExactlyInAnyOrder("com.acme.Desk", "com.acme.Research");
    methods.found("com.acme.Desk", "com.acme.Desk", List.of("publish"));
    assertThat(methods.maps("com.acme.Desk", "publish", "(java.lang.String,[I)")).isTrue();
    assertThat(methods.maps("com.acme.Desk", "publish", "()")).isFalse();
    methods.found("com.acme.Research", "com.acme.FastResearch", List.of("other"));
    assertThat(methods.maps("com.acme.FastResearch", "research", "()")).isTrue();
    assertThat(methods.entries("com.acme.FastResearch.research()")).hasSize(2);
    assertThat(complaints).isEmpty();
  }

  @Test
  void whatIsNoGoodIsNamedWithItsLineAndTheRestHolds() throws IOException {
    FileMethods methods =
        load(
            """
            methods:
              - class: com.acme.Desk
                methd: publish
                workflow: desk
              - class: com.acme.Good
                method: good
                workflow: good
              - class: com.acme.Desk
                method: publish
              - class: com.acme.Desk
                method: publish
                task:
                  id: ${args[0].id()}
              - class: com.acme.Desk
                method: publish
                handoff:
                  target: queue
                  recipient: robot
              - class: com.acme.Desk
                method: publish
                gate:
                  passed: ${result}
              - class: com.acme.Desk
                method: publish
                task:
                  id: ${result.id}
              - class: com.acme.Desk
                class: com.acme.Desk
            """);
    assertThat(methods.types()).containsExactly("com.acme.Good");
    assertThat(complaints).hasSize(7).allMatch(line -> line.endsWith("; the entry is ignored"));
    assertThat(complaints.get(0))
        .contains("methods.yaml, line 3: \"methd\"", "nearest is \"method\"");
    assertThat(complaints.get(1)).contains("line 8", "workflow, agent, task");
    assertThat(complaints.get(2)).contains("line 13", "${args[0].id()}", "from \"()\" on");
    assertThat(complaints.get(3)).contains("line 18", "agent, person, queue");
    assertThat(complaints.get(4)).contains("line 22", "\"name\" is missing");
    assertThat(complaints.get(5)).contains("line 26", "cannot ask for the result");
    assertThat(complaints.get(6)).contains("line 28", "\"class\" is there twice");
  }

  @Test
  void anEntryIsTakenWholeOrNotAtAll() throws IOException {
    FileMethods methods =
        load(
            """
            methods:
              - class: com.acme.Desk
                method: publish
                workflow: desk
                gate:
                  passed: ${result}
              - class: com.acme.Writer
                method: write
                task:
            """);
    assertThat(methods.types()).containsExactly("com.acme.Writer");
    assertThat(complaints).singleElement().asString().contains("\"name\" is missing");
  }

  @Test
  void whatIsNoYamlMapsNothing() throws IOException {
    assertThat(load("methods:\n  - class: [").types()).isEmpty();
    assertThat(complaints).singleElement().asString().contains("is no YAML", "line 2");
    complaints.clear();
    assertThat(load("").types()).isEmpty();
    assertThat(load("method: []").types()).isEmpty();
    assertThat(load("- a").types()).isEmpty();
    assertThat(complaints).hasSize(3);
  }

  @Test
  void aFileThatIsMissingIsNamed() {
    assertThat(MethodsFile.load(folder.resolve("none").toString(), complaints::add).types())
        .isEmpty();
    assertThat(complaints).singleElement().asString().contains("none cannot be read");
  }

  @Test
  void aMethodThatTheClassDoesNotDeclareIsNamedOnceTheClassIsLoaded() throws IOException {
    FileMethods methods =
        load("methods:\n  - {class: com.acme.Desk, method: publsh, workflow: desk}\n");
    methods.found("com.acme.Desk", "com.acme.Desk", List.of("publish", "close"));
    assertThat(complaints)
        .singleElement()
        .asString()
        .contains(
            "line 2",
            "in com.acme.Desk the method \"publsh\" is not known",
            "nearest is \"publish\"",
            "no effect");
  }

  private FileMethods load(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("methods.yaml"), text);
    return MethodsFile.load(file.toString(), complaints::add);
  }
}
