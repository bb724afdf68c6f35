package dev.pitwall.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pitwall.engine.finding.Cause;
import dev.pitwall.engine.finding.Finding;
import dev.pitwall.engine.finding.FindingType;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds of the findings of every type. */
class EveryTypeTest {

  @Test
  void isThere() {
    assertThat(Arrays.stream(Trouble.values()).map(Trouble::type))
        .containsExactlyInAnyOrder(FindingType.values());
  }

  @ParameterizedTest
  @EnumSource
  void isFoundAloneAndPutDownToWhatIsToBlame(Trouble trouble) {
    Story story = new Story(trouble.settings());
    trouble.happen(story);
    assertThat(story.opened).extracting(Finding::type).containsOnly(trouble.type());
    assertThat(story.opened.get(0).cause().label()).isEqualTo(trouble.cause());
  }

  @ParameterizedTest
  @EnumSource
  void saysWhatWasSeenSinceWhenAndWhatToDo(Trouble trouble) {
    Story story = new Story(trouble.settings());
    trouble.happen(story);
    Finding finding = story.opened.get(0);
    assertThat(finding.subject()).isNotBlank();
    assertThat(finding.evidence()).isNotBlank();
    assertThat(finding.recommendation()).isNotBlank();
    assertThat(finding.onset()).isPositive().isLessThanOrEqualTo(finding.openedAt());
    assertThat(finding.causes())
        .isSortedAccordingTo((one, other) -> Double.compare(other.score(), one.score()))
        .extracting(Cause::score)
        .allMatch(score -> score > 0 && score <= 1);
    assertThat(finding.causes())
        .extracting(Cause::kind)
        .isSubsetOf(
            "agent", "edge", "tool", "model", "resource", "jvm", "authorization", "workflow");
  }
}
