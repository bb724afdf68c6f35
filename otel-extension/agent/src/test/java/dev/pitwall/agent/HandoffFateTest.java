package dev.pitwall.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pitwall.bridge.Bridge;
import dev.pitwall.bridge.Declarations;
import dev.pitwall.bridge.Operation;
import dev.pitwall.bridge.statement.Accepted;
import dev.pitwall.bridge.statement.Done;
import dev.pitwall.bridge.statement.Offered;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.opentelemetry.sdk.metrics.data.LongPointData;
import io.opentelemetry.sdk.testing.junit5.OpenTelemetryExtension;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What becomes of handoffs beside what their parties say. */
class HandoffFateTest {

  @RegisterExtension
  static final OpenTelemetryExtension telemetry = OpenTelemetryExtension.create();

  private final SetClock clock = new SetClock();
  private Declarations declarations = Bridge.observer().declarations();
  private Operation<Object> work = Operation.none();

  @BeforeEach
  void start() {
    declarations = Watching.with(telemetry.getOpenTelemetry(), clock).declarations();
    work = declarations.startRun("desk", null);
    declarations.declare(null, new Offered("h1", "writer", "editor", "agent", true, true, null));
  }

  @AfterEach
  void end() {
    work.end(null, null);
  }

  @Test
  void aSecondAcceptanceIsTwiceTheWork() {
    declarations.declare(null, new Accepted("h1"));
    declarations.declare(null, new Accepted("h1"));
    declarations.declare(null, new Done("h1", null));
    assertThat(events())
        .containsExactly("offered", "accepted", "accepted", "duplicated", "completed");
    assertThat(count("pitwall.handoffs.duplicated")).isEqualTo(1);
    assertThat(count("pitwall.handoffs.lost")).isZero();
  }

  @Test
  void whatWasLostIsRecoveredWhenItIsTakenUpAfterAll() {
    clock.millis.addAndGet(Duration.ofHours(1).toMillis());
    await().until(() -> events().contains("lost"));
    assertThat(count("pitwall.handoffs.lost")).isEqualTo(1);
    assertThat(count("pitwall.handoffs.recovered")).isZero();

    declarations.declare(null, new Accepted("h1"));
    assertThat(events()).containsExactly("offered", "lost", "accepted", "recovered");
    assertThat(count("pitwall.handoffs.recovered")).isEqualTo(1);
  }

  @Test
  void peopleAndQueuesTakeTheTimeThatTheyTake() {
    declarations.declare(null, new Offered("h2", "writer", "ada", "person", true, true, null));
    declarations.declare(null, new Offered("h3", "writer", "mail", "queue", true, true, null));
    clock.millis.addAndGet(Duration.ofDays(1).toMillis() / 2);
    await().until(() -> events().contains("lost"));
    assertThat(handoffs().stream().filter(entry -> text(entry, "pitwall.handoff.id").equals("h1")))
        .hasSize(2);
    assertThat(events()).containsExactly("offered", "offered", "offered", "lost");
  }

  @Test
  void eachSaysWhichHandoffBetweenWhom() {
    declarations.declare(null, new Accepted("h1"));
    declarations.declare(null, new Accepted("h1"));
    LogRecordData duplicated = handoffs().get(3);
    assertThat(text(duplicated, "pitwall.handoff.id")).isEqualTo("h1");
    assertThat(text(duplicated, "pitwall.handoff.source")).isEqualTo("writer");
    assertThat(text(duplicated, "pitwall.handoff.target")).isEqualTo("editor");
    assertThat(text(duplicated, "pitwall.handoff.mode")).isEqualTo("return_to_caller");
  }

  private static List<String> events() {
    return handoffs().stream()
        .map(entry -> String.valueOf(entry.getEventName()).substring("pitwall.handoff.".length()))
        .toList();
  }

  private static List<LogRecordData> handoffs() {
    return telemetry.getLogRecords().stream()
        .filter(entry -> String.valueOf(entry.getEventName()).startsWith("pitwall.handoff."))
        .toList();
  }

  private static String text(LogRecordData entry, String attribute) {
    return String.valueOf(entry.getAttributes().get(AttributeKey.stringKey(attribute)));
  }

  private static long count(String metric) {
    return telemetry.getMetrics().stream()
        .filter(found -> found.getName().equals(metric))
        .flatMap(found -> found.getLongSumData().getPoints().stream())
        .mapToLong(LongPointData::getValue)
        .sum();
  }

  private static final class SetClock extends Clock {

    private final AtomicLong millis = new AtomicLong(1_000_000);

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return Instant.ofEpochMilli(millis.get());
    }
  }
}
