package dev.pitwall.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pitwall.engine.finding.Finding;
import dev.pitwall.engine.finding.FindingType;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What can be decided when all that is known are the spans of the GenAI conventions, from another
 * instrumentation or another language: runs, agents, calls of models and tools with their errors
 * and tokens, but no topology, tasks, handoffs, artifacts or hashes.
 */
class StandardSpansTest {

  private static final Set<FindingType> DECIDED =
      EnumSet.of(
          FindingType.LOOP,
          FindingType.PING_PONG,
          FindingType.STALL,
          FindingType.BOTTLENECK,
          FindingType.STRAGGLER,
          FindingType.RETRY_STORM,
          FindingType.RATE_LIMITED,
          FindingType.CONTEXT_OVERFLOW,
          FindingType.RUNAWAY_COST,
          // By what operators say.
          FindingType.UNAUTHORIZED_RUN,
          FindingType.ACTIVITY_AFTER_STOP,
          FindingType.APPROVAL_BYPASSED);

  @ParameterizedTest
  @EnumSource
  void whatCanBeDecidedIsAndTheOthersAreSilent(Trouble trouble) {
    Story story = new Story(trouble.settings()).standardSpansOnly();
    trouble.happen(story);
    if (DECIDED.contains(trouble.type())) {
      assertThat(story.opened).extracting(Finding::type).containsOnly(trouble.type());
      assertThat(story.opened.get(0).cause().label()).isEqualTo(trouble.cause());
    } else {
      assertThat(story.opened).extracting(Finding::type).isSubsetOf(DECIDED);
      assertThat(story.opened).extracting(Finding::type).doesNotContain(trouble.type());
    }
    assertThat(story.failures).isEmpty();
  }
}
