package dev.pitwall.testing.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** How telemetry reads. */
class TelemetryTest {

  @Test
  void putsChildrenBelowTheirParentsInOrder() {
    assertThat(
            spans(
                Samples.span("c", "a", "second", 5, 6),
                Samples.span("b", "a", "first", 2, 4),
                Samples.span("a", "", "root", 1, 9)))
        .containsExactly("root (internal)", "  first (internal)", "  second (internal)");
  }

  @Test
  void sortsWhatOverlapsByWhatItSays() {
    assertThat(
            spans(
                Samples.span("a", "", "root", 1, 9),
                Samples.span("b", "a", "zebra", 2, 8),
                Samples.span("c", "a", "ape", 3, 7)))
        .containsExactly("root (internal)", "  ape (internal)", "  zebra (internal)");
  }

  @Test
  void saysThatAParentIsMissing() {
    assertThat(spans(Samples.span("b", "lost", "chat", 1, 2)))
        .containsExactly("chat (internal) PARENT MISSING");
  }

  @Test
  void keepsEqualIdsEqualAndDifferentOnesDifferent() {
    assertThat(
            spans(
                Samples.span("a", "", "one", 1, 2, "pitwall.run.id", "x7"),
                Samples.span("b", "", "two", 3, 4, "pitwall.run.id", "k2"),
                Samples.span("c", "", "three", 5, 6, "pitwall.run.id", "x7")))
        .containsExactly(
            "one (internal)",
            "| pitwall.run.id = run-1",
            "two (internal)",
            "| pitwall.run.id = run-2",
            "three (internal)",
            "| pitwall.run.id = run-1");
  }

  @Test
  void namesOnlyErrorsThatTheApplicationDidNotCatch() {
    Item.OfSpan caught = Samples.span("a", "", "one", 1, 2, "error.type", "acme.Outer");
    Item.OfSpan cause = Samples.span("b", "", "two", 3, 4, "error.type", "acme.Inner");
    Item.OfSpan other = Samples.span("c", "", "three", 5, 6, "error.type", "acme.Other");
    assertThat(
            new SpanForest(List.of(caught, cause, other))
                .render(new Values(List.of("acme.Outer", "acme.Inner"))))
        .contains(
            "| error.type = what was thrown",
            "| error.type = a cause of what was thrown",
            "| error.type = acme.Other");
  }

  @Test
  void addsUpWhatWasExported() {
    Item.OfMetric export =
        Samples.counter(
            Item.PITWALL, "pitwall.tokens.used", "{token}", 5, "gen_ai.token.type", "input");
    Telemetry telemetry = new Telemetry(List.of(), List.of(export, export), List.of(), List.of());
    assertThat(telemetry.metricLines())
        .containsExactly("pitwall.tokens.used{gen_ai.token.type = input} 10");
    assertThat(telemetry.sum("pitwall.tokens.used", "= input")).isEqualTo(10);
    assertThat(telemetry.sum("pitwall.tokens.used", "= output")).isZero();
  }

  @Test
  void noticesAnEventThatIsMissing() {
    Telemetry telemetry =
        new Telemetry(
            List.of(),
            List.of(),
            List.of(
                Samples.event("pitwall.run.started", 0, "pitwall.run.id", "r"),
                Samples.event("pitwall.run.completed", 2, "pitwall.run.id", "r")),
            List.of());
    assertThat(telemetry.mistakes()).containsExactly("events of a run are numbered [0, 2]");
  }

  private static List<String> spans(Item.OfSpan... spans) {
    return new SpanForest(List.of(spans)).render(new Values(List.of()));
  }
}
