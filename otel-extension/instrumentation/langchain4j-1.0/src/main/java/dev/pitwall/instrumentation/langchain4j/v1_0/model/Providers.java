package dev.pitwall.instrumentation.langchain4j.v1_0.model;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Providers as the GenAI conventions spell them. */
public final class Providers {

  private static final String UNKNOWN = "_OTHER";
  private static final String MODELS = "dev.langchain4j.model.";

  private Providers() {}

  /**
   * The provider of a model.
   *
   * @param declared the name of the framework's constant for it, if the model declares one; by
   *     name, because later versions have constants that this one does not know
   */
  public static String of(Object model, @Nullable String declared) {
    if (declared == null || declared.equals("OTHER")) {
      return byPackage(model.getClass().getName());
    }
    return switch (declared) {
      case "OPEN_AI" -> "openai";
      case "AMAZON_BEDROCK" -> "aws.bedrock";
      case "AZURE_OPEN_AI" -> "azure.ai.openai";
      case "MICROSOFT_FOUNDRY" -> "azure.ai.inference";
      case "GOOGLE_AI_GEMINI" -> "gcp.gemini";
      case "GOOGLE_GENAI" -> "gcp.gen_ai";
      case "GOOGLE_VERTEX_AI_GEMINI", "GOOGLE_VERTEX_AI_ANTHROPIC" -> "gcp.vertex_ai";
      case "WATSONX" -> "ibm.watsonx.ai";
      default -> declared.toLowerCase(Locale.ROOT);
    };
  }

  // The framework's own models for a provider live in a package of the provider's name.
  private static String byPackage(String type) {
    int end = type.startsWith(MODELS) ? type.indexOf('.', MODELS.length()) : -1;
    if (end < 0) {
      return UNKNOWN;
    }
    String provider = type.substring(MODELS.length(), end);
    return switch (provider) {
      case "openaiofficial" -> "openai";
      case "bedrock" -> "aws.bedrock";
      case "azure" -> "azure.ai.openai";
      case "googleai" -> "gcp.gemini";
      case "google" -> "gcp.gen_ai";
      case "vertexai" -> "gcp.vertex_ai";
      case "mistralai" -> "mistral_ai";
      case "watsonx" -> "ibm.watsonx.ai";
      // The framework's own, which stand before any provider's.
      case "chat", "embedding", "moderation", "language" -> UNKNOWN;
      default -> provider;
    };
  }
}
