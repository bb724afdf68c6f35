package dev.pitwall.engine.detector;

import dev.pitwall.engine.finding.FindingType;
import dev.pitwall.engine.finding.Severity;
import dev.pitwall.engine.history.Measure;
import dev.pitwall.engine.run.Fingerprint;
import dev.pitwall.engine.signal.ErrorKind;
import dev.pitwall.engine.signal.ModelEnded;
import dev.pitwall.engine.signal.ToolEnded;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/*
 * Trying again is how one lives with failure, a few times and with growing pauses. It is a storm when one call fails again
 * and again and nobody holds back. What is followed is, for each agent, the latest series of failures of one call:
 *   - a tool with equal arguments, or a model;
 *   - without a success of that kind by that agent in between: another tool or model that works is a fallback that works;
 *   - ended by a failure of something else (different failing targets are different calls), or by rest.
 * A try that was under way when the one before failed is no reaction to it (a fan-out that fails at once) and is not counted.
 * The series is a storm when
 *   - minFailures tries were quick: the next began within `quick` of the failure, or of the answer of the agent's model to
 *     it, and not after a pause half as long again as the pause before, which is a back-off;
 *   - or nestedFailures in all came in rounds: at least two tries inside one operation, then again inside another;
 *   - or four times minFailures came at any pace that left no rest.
 * "Retry storms" and the multiplication of nested retries: Nygard, "Release It!", 2nd ed. 2018, 4.; "Addressing Cascading
 * Failures" in Beyer et al., "Site Reliability Engineering", 2016, ch. 22.
 *
 * Needs ends of model or tool calls with their errors. Without hashes of arguments one agent's calls of one tool are one
 * call. Constant work for a signal; state only while something fails, one series for each agent and kind, at most
 * MAX_SERIES. It ends with a success, when something else fails, or with rest. Onset is the series' first failure.
 */
/** Finds calls that fail again and again and are tried again at once. */
final class RetryStormDetector implements Detector {

  private static final int MAX_SERIES = 64;
  private static final int ANY_PACE = 4;
  private static final int SEVERE = 3;

  private final RetryStormSettings settings;
  private final Scene scene;
  private @Nullable Map<Caller, FailureSeries> series;

  private record Caller(String kind, @Nullable String agent) {}

  private RetryStormDetector(RetryStormSettings settings, Scene scene) {
    this.settings = settings;
    this.scene = scene;
  }

  static Factory factory(RetryStormSettings settings) {
    return Factory.startingWith(
        Set.of(ModelEnded.class, ToolEnded.class),
        scene -> new RetryStormDetector(settings, scene));
  }

  @Override
  public void on(ModelEnded call) {
    if (call.error() != null) {
      String model = call.model() == null ? "model" : call.model();
      Failure failure =
          new Failure(
              new Caller("model", call.agent()),
              Fingerprint.of(model),
              model,
              call.error(),
              call.parent(),
              call.startedAt(),
              call.at());
      failed(failure);
    } else if (series != null) {
      succeeded(new Caller("model", call.agent()), call.at());
      FailureSeries tool = series.get(new Caller("tool", call.agent()));
      if (tool != null) {
        tool.answered(call.at());
      }
    }
  }

  @Override
  public void on(ToolEnded call) {
    if (call.error() != null) {
      failed(
          new Failure(
              new Caller("tool", call.agent()),
              Fingerprint.of(call.tool(), call.argumentsHash()),
              call.tool(),
              call.error(),
              call.parent(),
              call.startedAt(),
              call.at()));
    } else if (series != null) {
      succeeded(new Caller("tool", call.agent()), call.at());
    }
  }

  @Override
  public long onTime(long now) {
    long next = NEVER;
    if (series != null) {
      for (Iterator<FailureSeries> i = series.values().iterator(); i.hasNext(); ) {
        FailureSeries one = i.next();
        long over = one.lastAt() + settings.rest().toMillis();
        if (over > now) {
          next = Math.min(next, one.storm == null ? NEVER : over);
        } else {
          end(one, now);
          i.remove();
        }
      }
    }
    return next;
  }

  private record Failure(
      Caller caller,
      long call,
      String target,
      String error,
      long parent,
      long startedAt,
      long at) {}

  private void failed(Failure failure) {
    if (ErrorKind.of(failure.error()) == ErrorKind.CANCELLED) {
      return;
    }
    if (series == null) {
      series = new HashMap<>(2);
    }
    FailureSeries known = series.get(failure.caller());
    if (known != null
        && known.call == failure.call()
        && failure.startedAt() - known.lastAt() < settings.rest().toMillis()) {
      known.failed(
          failure.parent(), failure.startedAt(), failure.at(), settings.quick().toMillis());
      judge(failure, known);
      return;
    }
    if (known != null) {
      end(known, failure.at());
    }
    if (known != null || series.size() < MAX_SERIES) {
      series.put(
          failure.caller(),
          new FailureSeries(failure.call(), failure.target(), failure.parent(), failure.at()));
    }
  }

  private void succeeded(Caller caller, long at) {
    FailureSeries over = series == null ? null : series.remove(caller);
    if (over != null) {
      end(over, at);
    }
  }

  private static void end(FailureSeries over, long at) {
    if (over.storm != null) {
      over.storm.resolve(at);
    }
  }

  private void judge(Failure failure, FailureSeries one) {
    int failures = one.failures();
    if (one.storm != null) {
      if (failures >= 2 * one.said) {
        one.said = failures;
        Draft now = draft(failure, one);
        one.storm.update(
            said -> said.withEvidence(now.evidence()).withSeverity(now.severity()), failure.at());
      }
    } else if (one.quick() >= settings.minFailures()
        || (one.isNested() && failures >= settings.nestedFailures())
        || failures >= ANY_PACE * settings.minFailures()) {
      one.said = failures;
      one.storm = scene.findings().open(draft(failure, one), failure.at());
    }
    if (one.storm != null) {
      scene.alarm().at(failure.at() + settings.rest().toMillis());
    }
  }

  private Draft draft(Failure failure, FailureSeries one) {
    String agent = failure.caller().agent();
    int failures = one.failures();
    boolean model = failure.caller().kind().equals("model");
    // What has worked for others, or fails for one only, speaks against the one who calls.
    double others =
        series == null
            ? 0
            : series.values().stream().filter(s -> s.target.equals(one.target)).count() - 1.0;
    double worked =
        Math.min(
            10,
            scene
                .history()
                .of(model ? Measure.MODEL_DURATION : Measure.TOOL_DURATION, one.target)
                .count());
    ErrorKind kind = ErrorKind.of(failure.error());
    double target = 6 + 4 * others + (kind == ErrorKind.TIMEOUT ? 2 : 0);
    double caller =
        1
            + (model || others > 0 ? 0 : worked / 5)
            + (kind == ErrorKind.CONTEXT_LENGTH ? 10 : 0)
            + (one.isNested() ? 1 : 0);
    Ranking ranking = new Ranking().add(failure.caller().kind(), one.target, target);
    return new Draft(
        FindingType.RETRY_STORM,
        failures >= SEVERE * settings.minFailures() ? Severity.CRITICAL : Severity.WARNING,
        agent,
        one.target,
        agent == null ? Set.of(one.target) : Set.of(agent, one.target),
        ranking.add("agent", agent, caller).causes(),
        "%s called %s %d times in %s%s and it failed each time, lately with %s"
            .formatted(
                agent == null ? "The run" : agent,
                one.target,
                failures,
                Words.duration(failure.at() - one.firstAt),
                one.isNested() ? ", in %d rounds of retries".formatted(one.rounds()) : "",
                failure.error()),
        one.isNested()
            ? "Retry in one place only, a few times and with growing pauses; then see why %s fails."
                .formatted(one.target)
            : "See why %s fails; retry a few times and with growing pauses, then give up or fall back."
                .formatted(one.target),
        one.firstAt);
  }
}
