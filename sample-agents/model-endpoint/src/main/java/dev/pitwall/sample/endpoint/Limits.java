package dev.pitwall.sample.endpoint;

/**
 * What a provider refuses: requests that do not fit the model's window and, with the fault {@code
 * rate-limit}, whatever the critic asks.
 */
final class Limits {

  private final int contextWindow;

  Limits(int contextWindow) {
    this.contextWindow = contextWindow;
  }

  /**
   * @throws ApiException in the provider's words if the request is refused
   */
  void check(Conversation conversation) throws ApiException {
    int tokens = Tokens.prompt(conversation);
    if (tokens > contextWindow) {
      throw new ApiException(
          400,
          "context_length_exceeded",
          ("This model's maximum context length is %d tokens. However, your messages resulted in"
                  + " %d tokens. Please reduce the length of the messages.")
              .formatted(contextWindow, tokens));
    }
    if (conversation.fault().equals("rate-limit") && CriticPart.isCritic(conversation)) {
      throw new ApiException(
          429,
          "rate_limit_exceeded",
          "Rate limit reached for %s: Limit 3 requests per minute. Please try again in 20s."
              .formatted(conversation.model()));
    }
  }
}
