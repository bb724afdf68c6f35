package dev.pitwall.distribution.app;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.guardrail.InputGuardrail;
import dev.langchain4j.guardrail.InputGuardrailResult;
import dev.langchain4j.guardrail.OutputGuardrail;
import dev.langchain4j.guardrail.OutputGuardrailResult;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import dev.langchain4j.model.output.TokenUsage;
import dev.langchain4j.service.AiServices;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Passes every hook there is: the desk, and what the desk does not use. */
public final class TourApp {

  private TourApp() {}

  /** Answers. */
  public interface Assistant {
    String answer(String question);
  }

  public static void main(String[] arguments) throws Exception {
    DeskApp.main(arguments);
    DeclaredApp.main(new String[] {"whole"});
    AnnotatedApp.main(new String[0]);
    guarded();
    PromisesApp.main(new String[] {"blocking"});
    Path notes = Files.createTempFile("server", ".notes");
    McpApp.main(new String[] {notes.toString()});
    Files.delete(notes);
    embedded();
  }

  private static void embedded() {
    EmbeddingModel model =
        new EmbeddingModel() {
          @Override
          public Response<List<Embedding>> embedAll(List<TextSegment> segments) {
            return Response.from(
                segments.stream().map(segment -> Embedding.from(new float[] {1})).toList(),
                new TokenUsage(3));
          }
        };
    System.out.println("embedded " + model.embed("a text").content().vector().length);
  }

  private static void guarded() {
    Assistant assistant =
        AiServices.builder(Assistant.class)
            .chatModel(new ScriptedModel(0))
            .inputGuardrails(
                new InputGuardrail() {
                  @Override
                  public InputGuardrailResult validate(UserMessage message) {
                    return success();
                  }
                })
            .outputGuardrails(
                new OutputGuardrail() {
                  @Override
                  public OutputGuardrailResult validate(AiMessage message) {
                    return successWith(message.text() + ", checked");
                  }
                })
            .build();
    System.out.println("answer " + assistant.answer("a question"));
  }
}
