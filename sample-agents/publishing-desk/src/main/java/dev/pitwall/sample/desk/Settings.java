package dev.pitwall.sample.desk;

import dev.pitwall.sample.desk.newsroom.Approver;
import dev.pitwall.sample.desk.newsroom.Fault;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the environment says about the desk.
 *
 * @param baseUrl where the model is, or null for the provider's own address
 * @param apiKey the model provider's key
 * @param model the model's name
 * @param modelTimeout how long one model call may take
 * @param jobs how many jobs are in work at once
 * @param scripted whether the model is the offline one, which misbehaves when told to
 * @param fault the fault of jobs that do not say
 * @param approver the person who approves articles
 */
public record Settings(
    @Nullable URI baseUrl,
    String apiKey,
    String model,
    Duration modelTimeout,
    int jobs,
    boolean scripted,
    Fault fault,
    Approver approver) {

  private static final int MAX_SECONDS = 3600;
  private static final int MAX_JOBS = 32;

  /**
   * Reads the environment.
   *
   * @throws IllegalArgumentException with a message for a person if a variable is missing or wrong
   */
  public static Settings from(Map<String, String> environment) {
    Variables variables = new Variables(environment);
    return new Settings(
        variables.address("OPENAI_BASE_URL"),
        variables.required("OPENAI_API_KEY", "the key of the model provider; any text if offline"),
        variables.text("OPENAI_MODEL", "gpt-4o-mini"),
        Duration.ofSeconds(variables.number("DESK_MODEL_TIMEOUT_S", 180, 1, MAX_SECONDS)),
        variables.number("DESK_JOBS", 4, 1, MAX_JOBS),
        variables.says("DESK_SCRIPTED", "true", "false", "false"),
        variables.fault("DESK_FAULT"),
        new Approver(
            variables.says("DESK_APPROVAL", "approve", "reject", "approve"),
            Duration.ofMillis(
                variables.number("DESK_APPROVAL_WAIT_MS", 1500, 0, MAX_SECONDS * 1000))));
  }

  /**
   * The fault to use where a job asks for {@code key}.
   *
   * @throws IllegalArgumentException with a message for a person if there is none of that name, or
   *     if it is one that only the scripted model has
   */
  Fault faultOf(@Nullable String key) {
    Fault wanted = key == null ? fault : Fault.of(key);
    if (wanted.isTheModels() && !scripted) {
      throw new IllegalArgumentException(
          "fault '%s' needs the offline model (DESK_SCRIPTED=true); with this model there are %s"
              .formatted(wanted.key(), Fault.ofTheDesk()));
    }
    return wanted;
  }
}
