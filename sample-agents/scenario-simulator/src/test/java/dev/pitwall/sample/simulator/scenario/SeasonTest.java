package dev.pitwall.sample.simulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pitwall.conventions.Pitwall;
import dev.pitwall.sample.simulator.telemetry.Span;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeasonTest {

  @ParameterizedTest
  @ValueSource(longs = {7, 8})
  void everyTroubleIsLabelledWithItsTimesAndItsCause(long seed) {
    Season season = Season.play(seed, Catalogue.all());
    Set<String> played = season.labels().stream().map(Label::scenario).collect(Collectors.toSet());
    assertThat(played).containsAll(Catalogue.all().stream().map(Scenario::id).toList());
    for (Label label : season.labels()) {
      if (label.isTrouble()) {
        assertThat(label.began()).as(label.scenario()).isPositive();
        assertThat(label.onset()).as(label.scenario()).isGreaterThanOrEqualTo(label.began());
        assertThat(label.decidable()).as(label.scenario()).isGreaterThanOrEqualTo(label.onset());
        assertThat(label.causes()).as(label.scenario()).isNotEmpty();
        assertThat(label.cleared() == 0 || label.cleared() >= label.decidable())
            .as("%s ends before it can be told", label)
            .isTrue();
        assertThat(Pitwall.FINDING_TYPE.values()).contains(label.type());
      } else {
        assertThat(label.causes()).isEmpty();
      }
    }
  }

  @Test
  void theSameSeedGivesTheSameRecording() {
    List<Scenario> some =
        Catalogue.all().stream().filter(s -> s.type().equals("contention")).toList();
    Season one = Season.play(3, some);
    Season other = Season.play(3, some);
    assertThat(one.labels()).isEqualTo(other.labels());
    assertThat(one.recording().spans()).hasToString(other.recording().spans().toString());
    assertThat(Season.play(4, some).labels()).isNotEqualTo(one.labels());
  }

  @Test
  void everySpanHasAParentInItsTraceOrIsTheRoot() {
    Season season = Season.play(5, Catalogue.all());
    Set<String> known = new HashSet<>();
    season.recording().spans().forEach(span -> known.add(span.trace() + span.id()));
    assertThat(season.recording().spans())
        .allSatisfy(
            span -> {
              assertThat(span.end()).isGreaterThanOrEqualTo(span.start());
              String parent = span.parent();
              assertThat(parent == null || known.contains(span.trace() + parent))
                  .as(span.toString())
                  .isTrue();
            });
    assertThat(season.recording().spans()).extracting(Span::id).doesNotHaveDuplicates();
  }
}
