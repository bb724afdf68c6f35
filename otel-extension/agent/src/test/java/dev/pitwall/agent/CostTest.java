package dev.pitwall.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pitwall.agent.methods.FileMethods;
import dev.pitwall.agent.settings.ControlSettings;
import dev.pitwall.agent.settings.DurableLogSettings;
import dev.pitwall.agent.settings.PitwallSettings;
import dev.pitwall.bridge.AgentStart;
import dev.pitwall.bridge.AgentStart.Role;
import dev.pitwall.bridge.Bridge;
import dev.pitwall.bridge.ModelReply;
import dev.pitwall.bridge.ModelReply.Usage;
import dev.pitwall.bridge.ModelRequest;
import dev.pitwall.bridge.Observer;
import dev.pitwall.bridge.Operation;
import dev.pitwall.engine.EngineSettings;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.metrics.data.DoublePointData;
import io.opentelemetry.sdk.metrics.data.LongPointData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.data.PointData;
import io.opentelemetry.sdk.testing.junit5.OpenTelemetryExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What is told of the price of model calls and of the room in their windows. */
class CostTest {

  private static final String COST = "pitwall.cost.usd";
  private static final String UNPRICED = "pitwall.unpriced.calls";
  private static final String FILL = "pitwall.context.utilization.ratio";

  @RegisterExtension
  static final OpenTelemetryExtension telemetry = OpenTelemetryExtension.create();

  private final SetClock clock = new SetClock();
  private Observer observer = Bridge.observer();

  @BeforeEach
  void start(@TempDir Path folder) throws IOException {
    Path prices = folder.resolve("prices.csv");
    Files.writeString(
        prices,
        """
        provider,model,input,cache_read,cache_write,output,context_window
        openai,house,2,0.5,4,10,1000
        openai,boundless,1,,,1,
        """);
    Startup.start(
        telemetry.getOpenTelemetry(),
        new Configured(
            new PitwallSettings(
                EngineSettings.DEFAULT,
                0,
                Duration.ZERO,
                "key",
                PitwallSettings.Semconv.LEGACY,
                DurableLogSettings.NONE,
                prices.toString(),
                null,
                ControlSettings.NONE),
            FileMethods.NONE),
        "1.0",
        "2.0",
        clock);
    observer = Bridge.observer();
  }

  @Test
  void chargesACallToItsAgentAndWorkflow() {
    Operation<Object> agent = agent("writer");
    call("house", "house", new Usage(800, 100, 500, 100, 50));
    agent.end(null, null);

    DoublePointData cost = amounts(COST).get(0);
    assertThat(cost.getValue())
        .isCloseTo((200 * 2 + 500 * 0.5 + 100 * 4 + 100 * 10) / 1e6, within(1e-12));
    assertThat(label(cost, "gen_ai.agent.name")).isEqualTo("writer");
    assertThat(label(cost, "gen_ai.workflow.name")).isEqualTo("writer");
    assertThat(label(cost, "gen_ai.request.model")).isEqualTo("house");
    assertThat(counts(UNPRICED)).isEmpty();
  }

  @Test
  void chargesCallsOutsideOfRunsToo() {
    call("house", "house", Usage.of(500, 0));
    assertThat(amounts(COST))
        .singleElement()
        .extracting(DoublePointData::getValue)
        .isEqualTo(0.001);
    assertThat(label(amounts(COST).get(0), "gen_ai.agent.name")).isNull();
  }

  @Test
  void anUnknownModelIsCountedAndCostsNothingThatIsNotKnown() {
    call("llama", "llama", Usage.of(500, 100));
    call("llama", "llama", Usage.of(500, 100));
    assertThat(amounts(COST)).isEmpty();
    assertThat(counts(UNPRICED)).containsExactly(2L);
    assertThat(gauge(FILL)).isEmpty();
  }

  @Test
  void aCallWithoutUsageIsNeitherPricedNorUnpriced() {
    call("llama", "llama", null);
    call("house", "house", null);
    assertThat(amounts(COST)).isEmpty();
    assertThat(counts(UNPRICED)).isEmpty();
    assertThat(counts("pitwall.usage.missing")).hasSize(2);
  }

  @Test
  void chargesWhoAnsweredRatherThanWhoWasAsked() {
    call("my-deployment", "gpt-4o-2024-08-06", Usage.of(1_000_000, 0));
    call("house", "renamed-by-a-gateway", Usage.of(1_000_000, 0));
    assertThat(amounts(COST))
        .extracting(DoublePointData::getValue)
        .containsExactlyInAnyOrder(2.5, 2.0);
    assertThat(counts(UNPRICED)).isEmpty();
  }

  @Test
  void showsTheLargestShareOfTheWindowForAMinuteAtLeast() {
    Operation<Object> agent = agent("writer");
    call("house", "house", Usage.of(900, 0));
    call("house", "house", Usage.of(200, 0));
    assertThat(gauge(FILL)).containsExactly(0.9);

    clock.forward(Duration.ofSeconds(60));
    call("house", "house", Usage.of(300, 0));
    assertThat(gauge(FILL)).containsExactly(0.9);

    clock.forward(Duration.ofSeconds(60));
    assertThat(gauge(FILL)).containsExactly(0.3);

    clock.forward(Duration.ofSeconds(60));
    assertThat(gauge(FILL)).containsExactly(0.0);
    agent.end(null, null);
  }

  @Test
  void aWindowThatIsNotKnownHasNoShare() {
    call("boundless", "boundless", Usage.of(500, 0));
    assertThat(gauge(FILL)).isEmpty();
    assertThat(amounts(COST)).hasSize(1);
  }

  private Operation<Object> agent(String name) {
    return observer.startAgent(new AgentStart(name, name, null, null, Role.SERVICE));
  }

  private void call(String asked, String answered, @Nullable Usage usage) {
    observer
        .startModelCall(new ModelRequest("openai", asked, null, null))
        .end(new ModelReply("r", answered, "stop", usage, null), null);
  }

  private static List<DoublePointData> amounts(String metric) {
    return metric(metric).flatMap(data -> data.getDoubleSumData().getPoints().stream()).toList();
  }

  private static List<Long> counts(String metric) {
    return metric(metric)
        .flatMap(data -> data.getLongSumData().getPoints().stream())
        .map(LongPointData::getValue)
        .toList();
  }

  private static List<Double> gauge(String metric) {
    return metric(metric)
        .flatMap(data -> data.getDoubleGaugeData().getPoints().stream())
        .map(DoublePointData::getValue)
        .toList();
  }

  private static Stream<MetricData> metric(String name) {
    return telemetry.getMetrics().stream().filter(metric -> metric.getName().equals(name));
  }

  private static @Nullable String label(PointData point, String key) {
    return point.getAttributes().get(AttributeKey.stringKey(key));
  }

  private static final class SetClock extends Clock {

    private Instant now = Instant.parse("2026-11-23T10:00:30Z");

    void forward(Duration duration) {
      now = now.plus(duration);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
