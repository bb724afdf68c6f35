package dev.pitwall.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pitwall.dashboards.PromqlNames.Selector;
import java.util.List;
import org.junit.jupiter.api.Test;

class PromqlNamesTest {

  @Test
  void findsSeriesLabelsAndGroupings() {
    PromqlNames names =
        PromqlNames.of(
            "60 * sum by (le, agent) (rate(a_bucket{x=~\"$x\", y!=\"}\"}[$__rate_interval])) or 0 *"
                + " sum(b offset $__range) > bool 1");
    assertThat(names.selectors())
        .containsExactly(new Selector("a_bucket", List.of("x", "y")), new Selector("b", List.of()));
    assertThat(names.grouped()).containsExactly("le", "agent");
  }

  @Test
  void takesNoFunctionNorStringForASeries() {
    assertThat(
            PromqlNames.of("label_replace(max(up), \"up_twice\", \"a\", \"b\", \"c\")").selectors())
        .containsExactly(new Selector("up", List.of()));
  }
}
