package dev.pitwall.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pitwall.engine.finding.Cause;
import dev.pitwall.engine.finding.Finding;
import dev.pitwall.engine.finding.FindingType;
import dev.pitwall.engine.signal.AgentEnded;
import dev.pitwall.engine.signal.AgentStarted;
import dev.pitwall.engine.signal.HandoffOffered.Recipient;
import dev.pitwall.engine.signal.RunPaused;
import dev.pitwall.engine.signal.Shape;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class HandoffLostTest {

  private final Story story = new Story().only(FindingType.HANDOFF_LOST).begin();

  @Test
  void findsAnOfferThatNobodyTakesUp() {
    story.send(Told.agentStarts(7, 0, "writer")).send(Told.agentEnds(7, 0, "writer"));
    story.send(Told.offered("h1", "desk", "writer"));
    long offered = story.now();
    story.silence(Duration.ofSeconds(299));
    assertThat(story.opened).isEmpty();
    story.silence(Duration.ofSeconds(1));

    Finding lost = lost();
    assertThat(lost.onset()).isEqualTo(offered);
    assertThat(lost.subject()).isEqualTo("desk → writer");
    assertThat(lost.causes())
        .extracting(Cause::label)
        .containsExactly("edge:desk → writer", "agent:writer");
    assertThat(lost.evidence())
        .isEqualTo("desk offered work to writer 5 min ago and nobody has taken it up");
    assertThat(story.fates).containsExactly("LOST h1");
  }

  @Test
  void knowsTheEdgesUsualLatency() {
    for (int i = 0; i < 5; i++) {
      use("u" + i, 30_000);
    }
    story.send(Told.offered("h1", "desk", "writer")).silence(Duration.ofSeconds(85));
    assertThat(story.opened).isEmpty();
    story.silence(Duration.ofSeconds(15));
    assertThat(lost().evidence()).contains("usually within");
    assertThat(lost().cause().label()).isEqualTo("edge:desk → writer");
  }

  @Test
  void findsAcceptedWorkThatIsNeverHeardOf() {
    story.send(Told.offered("h1", "desk", "remote"));
    story.send(Told.accepted("h1", "desk", "remote", 1000));
    long accepted = story.now();
    story.silence(Duration.ofMinutes(31));
    assertThat(lost().onset()).isEqualTo(accepted);
    assertThat(lost().evidence())
        .isEqualTo("remote took up work of desk and has not been heard of for 30 min");
    assertThat(lost().cause().label()).isEqualTo("edge:desk → remote");
  }

  @Test
  void blamesATargetThatDoesNotExist() {
    story.send(Told.offered("h1", "desk", "wrter")).silence(Duration.ofMinutes(5));
    assertThat(lost().cause().label()).isEqualTo("agent:wrter");
    assertThat(lost().evidence()).contains("no agent of that name has been seen");
  }

  @Test
  void findsAnOfferThatWasRefusedBecauseNobodyIsThere() {
    story.send(Told.offered("h1", "desk", "wrter"));
    story.send(Told.rejected("h1", "desk", "wrter", "unknown_agent"));
    story.silence(Duration.ofSeconds(31));
    assertThat(lost().evidence()).contains("which does not exist");
    assertThat(lost().cause().label()).isEqualTo("edge:desk → wrter");
    story.send(Told.offered("h2", "desk", "writer"));
    assertThat(story.resolved).hasSize(1);
  }

  @Test
  void isSilentWhileAWorkflowThatTookItUpIsUnderWay() {
    story.send(Told.offered("h1", "desk", "team")).accepted("h1", "desk", "team");
    story.workflow("team", 0, Shape.Kind.PARALLEL, 2, 1);
    story.silence(Duration.ofHours(1));
    assertThat(story.opened(FindingType.HANDOFF_LOST)).isEmpty();
  }

  @Test
  void isSilentWhileTheReceiverWorksOnSomethingElse() {
    long other = story.nextOperation();
    story.send(at -> new AgentStarted(Story.RUN, other, 0, "writer", null, at));
    story.send(Told.offered("h1", "desk", "writer")).silence(Duration.ofMinutes(30));
    assertThat(story.opened(FindingType.HANDOFF_LOST)).isEmpty();
    story.send(at -> new AgentEnded(Story.RUN, other, 0, "writer", null, null, at));
    story.silence(Duration.ofMinutes(6));
    assertThat(story.opened(FindingType.HANDOFF_LOST)).hasSize(1);
  }

  @Test
  void workForNobodyIsLostAtTheLatestWhenTheRunEnds() {
    story.send(Told.offered("h1", "desk", "wrter"));
    story.send(Told.rejected("h1", "desk", "wrter", "unknown_agent"));
    story.end();
    assertThat(lost().evidence()).contains("which does not exist");
    assertThat(story.resolved).containsExactly(lost().id());
  }

  @Test
  void workForNobodyThatWentElsewhereIsNotLostWhenTheRunEnds() {
    story.send(Told.offered("h1", "desk", "wrter"));
    story.send(Told.rejected("h1", "desk", "wrter", "unknown_agent"));
    story.send(Told.offered("h2", "desk", "writer")).end();
    assertThat(story.opened).isEmpty();
  }

  @Test
  void aLateAcceptanceRecoversIt() {
    story.send(Told.offered("h1", "desk", "writer")).silence(Duration.ofMinutes(6));
    story.send(Told.accepted("h1", "desk", "writer", 361_000));
    assertThat(story.resolved).containsExactly(lost().id());
    assertThat(story.updated.get(0).evidence())
        .endsWith("recovered: it was taken up 6 min 1 s after the offer");
    assertThat(story.fates).containsExactly("LOST h1", "RECOVERED h1");
  }

  @Test
  void aSignOfLifeRecoversAcceptedWork() {
    story.send(Told.agentStarts(7, 0, "remote")).send(Told.agentEnds(7, 0, "remote"));
    story.send(Told.offered("h1", "desk", "remote"));
    story.send(Told.accepted("h1", "desk", "remote", 1000)).silence(Duration.ofMinutes(31));
    assertThat(story.opened).hasSize(1);
    story.send(Told.agentStarts(8, 0, "remote")).silence(Duration.ofMinutes(1));
    assertThat(story.resolved).hasSize(1);
  }

  @Test
  void countsWorkThatWasTakenUpTwice() {
    use("h1", 1000);
    story.send(Told.offered("h2", "desk", "writer"));
    story.send(Told.accepted("h2", "desk", "writer", 1000));
    story.send(Told.accepted("h2", "desk", "writer", 2000));
    assertThat(story.fates).containsExactly("DUPLICATED h2");
    assertThat(story.opened).isEmpty();
  }

  @Test
  void endsWithARefusalAndWithTheRun() {
    story.send(Told.offered("h1", "desk", "writer")).send(Told.offered("h2", "desk", "critic"));
    story.silence(Duration.ofMinutes(6));
    assertThat(story.opened).hasSize(2);
    story.send(Told.rejected("h1", "desk", "writer", "busy"));
    assertThat(story.resolved).hasSize(1);
    story.end();
    assertThat(story.resolved).hasSize(2);
  }

  @Test
  void staysSilentOnSlowAcceptance() {
    story.send(Told.offered("h1", "desk", "writer")).silence(Duration.ofMinutes(4));
    story.send(Told.accepted("h1", "desk", "writer", 241_000));
    story.silence(Duration.ofMinutes(20));
    assertThat(story.opened).isEmpty();
  }

  @Test
  void staysSilentWhileTheReceiverWorksInSight() {
    story.send(Told.offered("h1", "desk", "writer"));
    story.send(Told.accepted("h1", "desk", "writer", 1000));
    story.send(Told.agentStarts(7, 0, "writer")).silence(Duration.ofHours(2));
    assertThat(story.opened).isEmpty();
  }

  @Test
  void staysSilentOnARefusalThatIsReRouted() {
    story.send(Told.offered("h1", "desk", "wrter"));
    story.send(Told.rejected("h1", "desk", "wrter", "not found"));
    story.send(Told.offered("h2", "desk", "writer"));
    story.send(Told.accepted("h2", "desk", "writer", 1000)).silence(Duration.ofMinutes(5));
    assertThat(story.opened).isEmpty();
  }

  @Test
  void staysSilentOnAFailureThatIsReported() {
    story.send(Told.offered("h1", "desk", "writer"));
    story.send(Told.rejected("h1", "desk", "writer", "out of quota"));
    story.silence(Duration.ofHours(1));
    assertThat(story.opened).isEmpty();
  }

  @Test
  void staysSilentOnPeopleQueuesAndOffersWithoutAReplyPath() {
    story.send(Told.offered("h1", "desk", "legal", Recipient.PERSON, true));
    story.send(Told.offered("h2", "desk", "inbox", Recipient.QUEUE, true));
    story.send(Told.offered("h3", "desk", "audit", Recipient.AGENT, false));
    story.silence(Duration.ofHours(10));
    assertThat(story.opened).isEmpty();
  }

  @Test
  void staysSilentWhileTheRunIsOnHold() {
    story.send(Told.offered("h1", "desk", "writer"));
    story.send(at -> new RunPaused(Story.RUN, null, at)).silence(Duration.ofHours(1));
    assertThat(story.opened).isEmpty();
  }

  private void use(String handoff, long waited) {
    story.send(Told.offered(handoff, "desk", "writer"));
    story.send(Told.accepted(handoff, "desk", "writer", waited));
    story.send(Told.finished(handoff, "desk", "writer", 1000));
  }

  private Finding lost() {
    assertThat(story.opened).hasSize(1);
    return story.opened.get(0);
  }
}
