package dev.pitwall.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A framework that is not what our hooks were written for: the module is refused, the application
 * runs on.
 */
class MuzzleIT {

  // A model interface as ours, with a request that lacks what the hook reads.
  private static final List<Source> STRANGE_VERSION =
      List.of(
          new Source(
              "dev/langchain4j/model/chat/request/ChatRequest.java",
              "package dev.langchain4j.model.chat.request; public class ChatRequest {}"),
          new Source(
              "dev/langchain4j/model/chat/response/ChatResponse.java",
              "package dev.langchain4j.model.chat.response; public class ChatResponse {}"),
          new Source(
              "dev/langchain4j/model/chat/ChatModel.java",
              """
              package dev.langchain4j.model.chat;
              public interface ChatModel {
                default dev.langchain4j.model.chat.response.ChatResponse chat(
                    dev.langchain4j.model.chat.request.ChatRequest request) {
                  return new dev.langchain4j.model.chat.response.ChatResponse();
                }
              }
              """),
          new Source(
              "StrangeApp.java",
              """
              public class StrangeApp implements dev.langchain4j.model.chat.ChatModel {
                public static void main(String[] arguments) throws java.io.IOException {
                  new StrangeApp().chat(new dev.langchain4j.model.chat.request.ChatRequest());
                  System.out.println("answered");
                  // Stays until the test has seen what it waits for.
                  System.in.read();
                }
              }
              """));

  private record Source(String path, String text) {}

  @Test
  void refusesAFrameworkThatLacksWhatAHookReads(@TempDir Path folder)
      throws IOException, InterruptedException {
    compile(folder);
    // Why, the agent tells only when it is asked to; that, we tell ourselves.
    List<String> flags = new ArrayList<>(Attached.flags(Attached.NEWEST));
    flags.add("-Dotel.javaagent.debug=true");
    Attached watched =
        Attached.runUntil(
            "Pitwall leaves ", flags, List.of("-cp", folder.toString(), "StrangeApp"));
    assertThat(watched.exit()).isZero();
    assertThat(watched.out()).contains("answered");
    assertThat(watched.log())
        .anyMatch(
            line ->
                line.contains("mismatched references")
                    && line.contains("pitwall-langchain4j-chat"));
    // One line for the module that does not fit, none for those whose part of it is not there.
    assertThat(watched.log().stream().filter(line -> line.contains("Pitwall leaves ")))
        .singleElement()
        .asString()
        .contains("pitwall-langchain4j-chat", "is not what it was written for");
    assertThat(watched.spans()).isEmpty();
  }

  private static void compile(Path folder) throws IOException {
    String[] files = new String[STRANGE_VERSION.size() + 2];
    files[0] = "-d";
    files[1] = folder.toString();
    for (int i = 0; i < STRANGE_VERSION.size(); i++) {
      Path file = folder.resolve("source").resolve(STRANGE_VERSION.get(i).path());
      Files.createDirectories(file.getParent());
      Files.writeString(file, STRANGE_VERSION.get(i).text());
      files[i + 2] = file.toString();
    }
    assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, files)).isZero();
  }
}
