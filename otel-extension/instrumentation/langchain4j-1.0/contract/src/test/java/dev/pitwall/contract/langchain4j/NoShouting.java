package dev.pitwall.contract.langchain4j;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.guardrail.OutputGuardrail;
import dev.langchain4j.guardrail.OutputGuardrailResult;
import dev.langchain4j.service.AiServices;

/** Asks again while the answer is loud. */
public final class NoShouting implements OutputGuardrail {

  // Here, so that versions without guardrails need no class of them.
  static <T> AiServices<T> guard(AiServices<T> service) {
    return service.outputGuardrails(new NoShouting());
  }

  @Override
  public OutputGuardrailResult validate(AiMessage answer) {
    return answer.text().contains("LOUD")
        ? reprompt("too loud", "Say it again without shouting.")
        : success();
  }
}
