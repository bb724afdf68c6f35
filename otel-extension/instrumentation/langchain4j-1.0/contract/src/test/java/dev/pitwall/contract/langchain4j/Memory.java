package dev.pitwall.contract.langchain4j;

import dev.langchain4j.memory.chat.MessageWindowChatMemory;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.service.MemoryId;
import dev.langchain4j.service.UserMessage;
import dev.pitwall.testing.application.Scene;

/** What is remembered. */
public final class Memory {

  private static final int MESSAGES = 20;

  private Memory() {}

  /** An AI service that remembers each of its conversations. */
  public interface Assistant {
    String answer(@MemoryId String conversation, @UserMessage String prompt);
  }

  static String ask(Scene scene) {
    Assistant assistant =
        AiServices.builder(Assistant.class)
            .chatModel(Models.chat(scene))
            .systemMessageProvider(id -> scene.text("system"))
            .chatMemoryProvider(id -> MessageWindowChatMemory.withMaxMessages(MESSAGES))
            .build();
    assistant.answer(scene.text("conversation"), scene.text("prompt"));
    return assistant.answer(scene.text("conversation"), scene.text("again"));
  }
}
