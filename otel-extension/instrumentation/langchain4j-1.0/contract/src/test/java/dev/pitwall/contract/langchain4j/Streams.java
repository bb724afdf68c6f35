package dev.pitwall.contract.langchain4j;

import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.service.TokenStream;
import dev.pitwall.testing.application.Scene;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/** What is streamed. */
public final class Streams {

  private static final int PATIENCE_SECONDS = 20;

  private Streams() {}

  /** An AI service that streams. */
  public interface Assistant {
    TokenStream answer(String prompt);
  }

  static String chat(Scene scene) throws Exception {
    CompletableFuture<String> answer = new CompletableFuture<>();
    Models.streaming(scene)
        .chat(
            scene.text("prompt"),
            new StreamingChatResponseHandler() {
              @Override
              public void onPartialResponse(String part) {
                scene.saw("part " + part);
              }

              @Override
              public void onCompleteResponse(ChatResponse response) {
                scene.saw("whole " + response.aiMessage().text());
                answer.complete(response.aiMessage().text());
              }

              @Override
              public void onError(Throwable error) {
                scene.saw("error " + error);
                answer.completeExceptionally(error);
              }
            });
    scene.listening();
    return await(answer);
  }

  static String agent(Scene scene) throws Exception {
    return hear(
        scene,
        AiServices.builder(Assistant.class)
            .streamingChatModel(Models.streaming(scene))
            .systemMessageProvider(id -> scene.text("system"))
            .tools(new Archive(scene))
            .build()
            .answer(scene.text("prompt")));
  }

  static String hear(Scene scene, TokenStream stream) throws Exception {
    CompletableFuture<String> answer = new CompletableFuture<>();
    stream
        .onPartialResponse(part -> scene.saw("part " + part))
        .onCompleteResponse(
            response -> {
              scene.saw("whole " + response.aiMessage().text());
              answer.complete(response.aiMessage().text());
            })
        .onError(
            error -> {
              scene.saw("error " + error);
              answer.completeExceptionally(error);
            })
        .start();
    scene.listening();
    return await(answer);
  }

  private static String await(CompletableFuture<String> answer) throws Exception {
    try {
      return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }
}
