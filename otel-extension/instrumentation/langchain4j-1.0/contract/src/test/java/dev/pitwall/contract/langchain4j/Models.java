package dev.pitwall.contract.langchain4j;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiEmbeddingModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import dev.pitwall.testing.application.Scene;
import java.time.Duration;

/** LangChain4j's own clients of the OpenAI protocol. */
final class Models {

  private static final String KEY = "classified-key";
  private static final String PATIENCE_MILLIS = "20000";

  private Models() {}

  static ChatModel chat(Scene scene) {
    return OpenAiChatModel.builder()
        .baseUrl(scene.baseUrl())
        .apiKey(KEY)
        .modelName(scene.model())
        .timeout(timeout(scene))
        .maxRetries(1)
        .build();
  }

  static StreamingChatModel streaming(Scene scene) {
    return OpenAiStreamingChatModel.builder()
        .baseUrl(scene.baseUrl())
        .apiKey(KEY)
        .modelName(scene.model())
        .timeout(timeout(scene))
        .build();
  }

  static EmbeddingModel embeddings(Scene scene) {
    return OpenAiEmbeddingModel.builder()
        .baseUrl(scene.baseUrl())
        .apiKey(KEY)
        .modelName("text-embedding-3-small")
        .timeout(timeout(scene))
        .maxRetries(0)
        .build();
  }

  private static Duration timeout(Scene scene) {
    return Duration.ofMillis(
        Long.parseLong(scene.gives("timeout") ? scene.text("timeout") : PATIENCE_MILLIS));
  }
}
