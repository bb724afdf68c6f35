package dev.pitwall.sample.simulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pitwall.conventions.Pitwall;
import dev.pitwall.sample.simulator.scenario.Scenario.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogueTest {

  private final List<Scenario> all = Catalogue.all();

  @Test
  void everyTypeIsPlayedInThreeVariantsAtLeast() {
    for (String type : Pitwall.FINDING_TYPE.values()) {
      assertThat(count(type, Kind.TROUBLE)).as(type).isGreaterThanOrEqualTo(3);
    }
  }

  @Test
  void everyTypeHasWhatOnlyLooksLikeIt() {
    for (String type : Pitwall.FINDING_TYPE.values()) {
      assertThat(count(type, Kind.HARD_NEGATIVE)).as(type).isGreaterThanOrEqualTo(2);
    }
  }

  @Test
  void noTwoHaveOneName() {
    assertThat(all).extracting(Scenario::id).doesNotHaveDuplicates();
  }

  private long count(String type, Kind kind) {
    return all.stream().filter(s -> s.type().equals(type) && s.kind() == kind).count();
  }
}
