package dev.pitwall.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pitwall.engine.detector.Draft;
import dev.pitwall.engine.detector.FindingSink.OpenFinding;
import dev.pitwall.engine.finding.Cause;
import dev.pitwall.engine.finding.Finding;
import dev.pitwall.engine.finding.FindingType;
import dev.pitwall.engine.finding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OpenFindingsTest {

  private final List<String> said = new ArrayList<>();
  private final List<String> evidence = new ArrayList<>();
  private final OpenFindings findings = new OpenFindings("r1", "desk", new Listener());
  private long now;

  @Test
  void aSymptomIsAttachedToItsCauseAndNotReportedBesideIt() {
    open(FindingType.LOOP, "writer");
    open(FindingType.RUNAWAY_COST);
    assertThat(said).containsExactly("opened loop", "updated loop");
    assertThat(evidence).last().isEqualTo("seen; explains also runaway_cost of whole run");
  }

  @Test
  void aSymptomThatWasReportedFirstIsTakenBackIntoItsCause() {
    open(FindingType.RUNAWAY_COST);
    open(FindingType.LOOP, "writer");
    assertThat(said)
        .containsExactly(
            "opened runaway_cost", "opened loop", "explained runaway_cost", "updated loop");
  }

  @Test
  void whatHasNothingInCommonIsReportedBeside() {
    open(FindingType.RETRY_STORM, "search");
    open(FindingType.STRAGGLER, "writer");
    assertThat(said).containsExactly("opened retry_storm", "opened straggler");
  }

  @Test
  void aSymptomThatOutlivesItsCauseIsReportedThen() {
    OpenFinding loop = open(FindingType.LOOP, "writer");
    OpenFinding stall = open(FindingType.STALL);
    loop.resolve(++now);
    findings.onTime(findings.dueAt() - 1);
    assertThat(said).containsExactly("opened loop", "updated loop", "resolved loop");
    findings.onTime(findings.dueAt());
    assertThat(said).endsWith("resolved loop", "opened stall");
    stall.resolve(++now);
    stall.resolve(++now);
    assertThat(said).endsWith("opened stall", "resolved stall").hasSize(5);
  }

  @Test
  void aSymptomThatEndsAMomentAfterItsCauseIsNeverHeardOf() {
    OpenFinding lost = open(FindingType.HANDOFF_LOST, "writer");
    OpenFinding stall = open(FindingType.STALL);
    lost.resolve(++now);
    stall.update(draft -> draft, ++now);
    stall.resolve(++now);
    findings.onTime(now + 60_000);
    assertThat(said)
        .containsExactly("opened handoff_lost", "updated handoff_lost", "resolved handoff_lost");
  }

  @Test
  void aSymptomOfThingsThatHappenIsReportedWhenMoreOfThemDo() {
    OpenFinding pingPong = open(FindingType.PING_PONG, "writer");
    OpenFinding loop = open(FindingType.LOOP, "writer");
    pingPong.resolve(++now);
    assertThat(said).endsWith("resolved ping_pong");
    loop.update(draft -> draft, ++now);
    assertThat(said).endsWith("resolved ping_pong", "opened loop");
  }

  @Test
  void aSymptomThatEndsFirstIsNeverHeardOf() {
    open(FindingType.LOOP, "writer");
    open(FindingType.STALL).resolve(++now);
    findings.resolveAll(++now);
    assertThat(said).containsExactly("opened loop", "updated loop", "resolved loop");
  }

  @Test
  void symptomsOfASymptomBelongToTheTopmostCause() {
    open(FindingType.MILESTONE_AT_RISK);
    open(FindingType.STALL);
    open(FindingType.DEADLOCK, "a", "b");
    assertThat(said).endsWith("opened deadlock", "explained stall", "updated deadlock");
    assertThat(evidence)
        .last()
        .isEqualTo("seen; explains also milestone_at_risk of whole run, stall of whole run");
    assertThat(findings.types()).containsExactly(FindingType.DEADLOCK);
  }

  @Test
  void everythingThatWasReportedEndsWithTheRun() {
    open(FindingType.LOOP, "a");
    open(FindingType.LOOP, "b");
    open(FindingType.STALL);
    findings.resolveAll(++now);
    assertThat(said.stream().filter(line -> line.startsWith("opened"))).hasSize(2);
    assertThat(said.stream().filter(line -> line.startsWith("resolved"))).hasSize(2);
  }

  private OpenFinding open(FindingType type, String... involved) {
    String subject = involved.length == 0 ? "whole run" : involved[0];
    return findings.open(
        new Draft(
            type,
            Severity.WARNING,
            null,
            subject,
            Set.of(involved),
            List.of(new Cause("agent", subject, 1)),
            "seen",
            "act",
            now),
        ++now);
  }

  private final class Listener implements EngineListener {

    @Override
    public void opened(Finding finding) {
      said.add("opened " + finding.type().value());
    }

    @Override
    public void updated(Finding finding, long at) {
      said.add("updated " + finding.type().value());
      evidence.add(finding.evidence());
    }

    @Override
    public void resolved(Finding finding, long at) {
      said.add("resolved " + finding.type().value());
    }

    @Override
    public void explained(Finding finding, long at) {
      said.add("explained " + finding.type().value());
    }

    @Override
    public void evictedRun(String run) {}

    @Override
    public void progressed(String run, int completed, int total) {}
  }
}
