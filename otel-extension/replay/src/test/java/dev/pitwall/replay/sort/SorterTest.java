package dev.pitwall.replay.sort;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pitwall.conventions.Events;
import dev.pitwall.engine.signal.Shape;
import dev.pitwall.engine.signal.Usage;
import dev.pitwall.log.Entry;
import dev.pitwall.replay.record.Observation;
import dev.pitwall.replay.record.Observation.Closed;
import dev.pitwall.replay.record.Observation.Logged;
import dev.pitwall.replay.record.Observation.Opened;
import dev.pitwall.replay.record.Span;
import dev.pitwall.replay.record.Step;
import dev.pitwall.replay.record.StepKind;
import dev.pitwall.replay.record.TraceId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SorterTest {

  private static List<Observation> sorted(List<Observation> all, long budget, int leastSpills)
      throws IOException {
    List<Observation> sorted = new ArrayList<>();
    try (Sorter sorter = new Sorter(budget)) {
      for (Observation each : all) {
        sorter.add(each);
      }
      assertThat(sorter.spills()).isGreaterThanOrEqualTo(leastSpills);
      sorter.drain(sorted::add);
    }
    return sorted;
  }

  @Property(tries = 200)
  void whatIsWrittenDownComesOutAsWhatIsNot(@ForAll("observations") List<Observation> all)
      throws IOException {
    List<Observation> inMemory = sorted(all, Long.MAX_VALUE, 0);
    assertThat(sorted(all, 1000, all.size() / 10)).isEqualTo(inMemory);
    assertThat(inMemory).containsExactlyInAnyOrderElementsOf(new HashSet<>(all));
  }

  @Property(tries = 100)
  void theOrderInWhichTheyComeDoesNotMatter(@ForAll("observations") List<Observation> all)
      throws IOException {
    List<Observation> shuffled = new ArrayList<>(all);
    Collections.shuffle(shuffled, new Random(1));
    assertThat(sorted(shuffled, 1000, 0)).isEqualTo(sorted(all, 5000, 0));
  }

  @Test
  void whatIsAroundBeginsFirstAndEndsLastAtTheSameMoment() throws IOException {
    Span around = span(1, 0, 10, 30, null);
    Span within = span(2, 1, 10, 20, null);
    Span moment = span(3, 1, 10, 10, null);
    Span before = span(4, 0, 5, 10, null);
    List<Observation> all =
        List.of(
            new Closed(moment),
            new Opened(moment),
            new Opened(within),
            new Opened(around),
            new Closed(before));
    assertThat(sorted(all, Long.MAX_VALUE, 0))
        .containsExactly(
            new Closed(before),
            new Opened(around),
            new Opened(within),
            new Opened(moment),
            new Closed(moment));
  }

  @Provide
  Arbitrary<List<Observation>> observations() {
    Arbitrary<Observation> spans =
        Combinators.combine(
                Arbitraries.longs().between(1, 5),
                Arbitraries.longs().between(0, 20),
                Arbitraries.longs().between(0, 5),
                Arbitraries.of(StepKind.values()).injectNull(0.3),
                Arbitraries.strings().ofMaxLength(5).injectNull(0.3))
            .as(
                (id, start, length, kind, text) ->
                    span(id, 0, start, start + length, kind == null ? null : step(kind, text)))
            .flatMap(span -> Arbitraries.of(new Opened(span), new Closed(span)));
    Arbitrary<Observation> entries =
        Combinators.combine(
                Arbitraries.longs().between(0, 20),
                Arbitraries.longs().between(0, 3),
                Arbitraries.of("a", "b"),
                Arbitraries.of(values()))
            .as(
                (at, sequence, run, value) ->
                    new Logged(
                        new Entry(Events.TASK_CREATED.name(), run, "w", at, Map.of("key", value)),
                        at,
                        sequence,
                        TraceId.NONE,
                        0));
    return Arbitraries.oneOf(spans, entries).list().ofMaxSize(60);
  }

  private static List<Object> values() {
    return List.of("text", 1L, 1.5, true, List.of("a", "b"), List.of(1L));
  }

  private static Span span(long id, long parent, long start, long end, @Nullable Step step) {
    return new Span(new TraceId(1, 2), id, parent, start, end, step);
  }

  private static Step step(StepKind kind, @Nullable String text) {
    return new Step(
        kind,
        "name",
        text,
        text,
        "agent",
        "service",
        text,
        text,
        Usage.of(text == null ? null : 7, 3),
        text,
        text,
        text,
        kind == StepKind.WORKFLOW ? new Shape(Shape.Kind.LOOP, 2, 3) : null,
        kind == StepKind.PLAN);
  }
}
