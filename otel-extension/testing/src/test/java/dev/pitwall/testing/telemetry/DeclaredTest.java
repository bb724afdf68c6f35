package dev.pitwall.testing.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the check of names must refuse. */
class DeclaredTest {

  @Test
  void acceptsWhatIsDeclared() {
    assertThat(
            Declared.mistakes(
                List.of(Samples.span("a", "", "chat", 1, 2, "gen_ai.operation.name", "chat")),
                List.of(tokens(Item.PITWALL, "gen_ai.token.type", "input")),
                List.of(Samples.event("pitwall.run.completed", 0, "pitwall.run.id", "r"))))
        .isEmpty();
  }

  @Test
  void refusesAnUndeclaredAttributeOfASpan() {
    assertThat(spans(Samples.span("a", "", "chat", 1, 2, "gen_ai.prompt", "x")))
        .containsExactly("span chat: attribute gen_ai.prompt is not declared");
  }

  @Test
  void refusesAValueOutsideAClosedSet() {
    assertThat(spans(Samples.span("a", "", "tool", 1, 2, "gen_ai.tool.type", "gadget")))
        .singleElement()
        .asString()
        .contains("gen_ai.tool.type is gadget, allowed: [function");
  }

  @Test
  void refusesALabelThatIsDeclaredForOtherMetricsOnly() {
    assertThat(metrics(tokens(Item.PITWALL, "pitwall.run.id", "r")))
        .containsExactly("metric pitwall.tokens.used: label pitwall.run.id is not declared for it");
  }

  @Test
  void refusesAnUndeclaredMetricAndAnotherUnit() {
    assertThat(metrics(Samples.counter(Item.PITWALL, "pitwall.made.up", "{thing}", 1)))
        .containsExactly("metric pitwall.made.up is not declared");
    assertThat(metrics(Samples.counter(Item.PITWALL, "pitwall.tokens.used", "1", 1)))
        .singleElement()
        .asString()
        .contains("declared is a COUNTER in {token}");
  }

  @Test
  void refusesAnUndeclaredEventAndAttribute() {
    assertThat(events(Samples.event("pitwall.run.dreamt", 0)))
        .containsExactly("event pitwall.run.dreamt is not declared");
    assertThat(events(Samples.event("pitwall.run.completed", 0, "gen_ai.tool.name", "x")))
        .containsExactly(
            "event pitwall.run.completed: attribute gen_ai.tool.name is not declared for it");
  }

  @Test
  void refusesASecondReporterOfTheSameThing() {
    assertThat(metrics(Samples.counter("someone.else", "gen_ai.client.token.usage", "1", 1)))
        .containsExactly("metric gen_ai.client.token.usage is reported by someone.else too");
    assertThat(metrics(Samples.counter("someone.else", "http.client.requests", "1", 1))).isEmpty();
  }

  private static Item.OfMetric tokens(String scope, String label, String value) {
    return Samples.counter(scope, "pitwall.tokens.used", "{token}", 7, label, value);
  }

  private static Collection<String> spans(Item.OfSpan span) {
    return Declared.mistakes(List.of(span), List.of(), List.of());
  }

  private static Collection<String> metrics(Item.OfMetric metric) {
    return Declared.mistakes(List.of(), List.of(metric), List.of());
  }

  private static Collection<String> events(Item.OfLog event) {
    return Declared.mistakes(List.of(), List.of(), List.of(event));
  }
}
