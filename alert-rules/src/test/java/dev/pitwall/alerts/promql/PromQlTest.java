package dev.pitwall.alerts.promql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pitwall.alerts.promql.Expr.Aggregation;
import dev.pitwall.alerts.promql.Expr.Binary;
import dev.pitwall.alerts.promql.Expr.Call;
import dev.pitwall.alerts.promql.Expr.Matcher;
import dev.pitwall.alerts.promql.Expr.Selector;
import java.util.List;
import org.junit.jupiter.api.Test;

class PromQlTest {

  @Test
  void bindsComparisonTighterThanUnlessAndUnlessTighterThanOr() {
    Expr expr = PromQl.parse("a or b > 0 unless on (job) c * 2");

    assertThat(expr).isInstanceOf(Binary.class).extracting("operator").isEqualTo("or");
    Binary unless = (Binary) ((Binary) expr).right();
    assertThat(unless.operator()).isEqualTo("unless");
    assertThat(unless.matching().labels()).containsExactly("job");
    assertThat(unless.left()).extracting("operator").isEqualTo(">");
  }

  @Test
  void readsLabelsBeforeAndAfterTheAggregatedExpression() {
    Aggregation before = (Aggregation) PromQl.parse("sum by (job, le) (rate(x_bucket[5m]))");
    Aggregation after = (Aggregation) PromQl.parse("sum(rate(x_bucket[5m])) without (instance)");

    assertThat(before.by()).isTrue();
    assertThat(before.labels()).containsExactly("job", "le");
    assertThat(after.by()).isFalse();
    assertThat(after.labels()).containsExactly("instance");
  }

  @Test
  void seesSelectorsWithOffsetsSubqueriesAndBracesInStrings() {
    Expr expr = PromQl.parse("max_over_time(x{a=~\"}|{\", b!='c'}[1h:1m] offset -5m) # done");

    assertThat(expr.all().filter(Selector.class::isInstance))
        .containsExactly(
            new Selector(
                "x",
                List.of(new Matcher("a", "=~", "}|{"), new Matcher("b", "!=", "c")),
                "1h:1m",
                "-5m"));
    assertThat(((Call) expr).function()).isEqualTo("max_over_time");
  }

  @Test
  void refusesWhatItCannotRead() {
    assertThatThrownBy(() -> PromQl.parse("sum(x")).hasMessageContaining("unexpected");
    assertThatThrownBy(() -> PromQl.parse("x y")).hasMessageContaining("expected");
    assertThatThrownBy(() -> PromQl.parse("x ? y")).hasMessageContaining("not PromQL");
  }
}
