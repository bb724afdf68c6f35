package dev.pitwall.sample.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.pitwall.sample.desk.newsroom.Approver;
import dev.pitwall.sample.desk.newsroom.Fault;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {

  @Test
  void needsNothingButAKey() {
    Settings settings = Settings.from(Map.of("OPENAI_API_KEY", "k"));
    assertThat(settings)
        .isEqualTo(
            new Settings(
                null,
                "k",
                "gpt-4o-mini",
                Duration.ofMinutes(3),
                4,
                false,
                Fault.NONE,
                new Approver(true, Duration.ofMillis(1500))));
  }

  @Test
  void saysWhichVariableIsMissingOrWrongAndWhatIsAllowed() {
    refuses(Map.of(), "OPENAI_API_KEY is not set");
    refuses(with("OPENAI_BASE_URL", "localhost"), "OPENAI_BASE_URL is 'localhost', allowed");
    refuses(with("DESK_APPROVAL", "maybe"), "DESK_APPROVAL is 'maybe', allowed: 'approve' or");
    refuses(with("DESK_APPROVAL_WAIT_MS", "-1"), "DESK_APPROVAL_WAIT_MS is '-1', allowed: a whole");
    refuses(with("DESK_FAULT", "x"), "DESK_FAULT: fault is 'x', allowed: none, loop");
    refuses(with("DESK_JOBS", "0"), "DESK_JOBS is '0', allowed: a whole number from 1 to 32");
    refuses(with("DESK_SCRIPTED", "yes"), "DESK_SCRIPTED is 'yes', allowed: 'true' or 'false'");
  }

  private static Map<String, String> with(String name, String value) {
    return Map.of("OPENAI_API_KEY", "k", name, value);
  }

  private static void refuses(Map<String, String> environment, String why) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Settings.from(environment))
        .withMessageStartingWith(why);
  }
}
