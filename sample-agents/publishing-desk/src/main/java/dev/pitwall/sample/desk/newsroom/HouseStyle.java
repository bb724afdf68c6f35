package dev.pitwall.sample.desk.newsroom;

import dev.langchain4j.guardrail.OutputGuardrail;
import dev.langchain4j.guardrail.OutputGuardrailRequest;
import dev.langchain4j.guardrail.OutputGuardrailResult;
import dev.langchain4j.model.input.PromptTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What every draft must keep; a draft that does not is written again, with the reason. */
public final class HouseStyle implements OutputGuardrail {

  private static final int MIN_WORDS = 60;

  @Override
  public OutputGuardrailResult validate(OutputGuardrailRequest request) {
    List<String> breaches = breaches(request.responseFromLLM().aiMessage().text());
    if (breaches.isEmpty()) {
      return success();
    }
    String reason = String.join("; ", breaches);
    // Without a chat memory the framework sends nothing but the reprompt, so it repeats the order.
    return reprompt(
        reason, "%s%nYour last draft was refused because %s.".formatted(order(request), reason));
  }

  private static List<String> breaches(String draft) {
    List<String> breaches = new ArrayList<>();
    if (!draft.startsWith("# ")) {
      breaches.add("it does not begin with a title");
    }
    if (draft.split("\\s+", -1).length < MIN_WORDS) {
      breaches.add("it has fewer than %d words".formatted(MIN_WORDS));
    }
    if (draft.toLowerCase(Locale.ROOT).contains("as an ai")) {
      breaches.add("it speaks of its author");
    }
    return breaches;
  }

  private static String order(OutputGuardrailRequest request) {
    var parameters = request.requestParams();
    return PromptTemplate.from(parameters.userMessageTemplate())
        .apply(parameters.variables())
        .text();
  }
}
