package dev.pitwall.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pitwall.engine.run.Estimate;
import dev.pitwall.engine.run.RunState;
import dev.pitwall.engine.run.Task;
import dev.pitwall.engine.signal.HandoffAccepted;
import dev.pitwall.engine.signal.Signal;
import dev.pitwall.engine.signal.TaskBlocked;
import dev.pitwall.engine.signal.TaskCreated;
import dev.pitwall.engine.signal.TaskEnded;
import dev.pitwall.engine.signal.TaskReworked;
import dev.pitwall.engine.signal.TaskStarted;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/** The state of a run of which anything may be told: late, twice, not at all, by any clock. */
class RunStateTest {

  private static final int LENGTH = 300;

  @Property(tries = 300)
  void numbersStayWithinTheirBounds(@ForAll long seed) {
    RunState state = state();
    long heard = 0;
    long useful = 0;
    for (Signal signal : life(new Random(seed))) {
      state.accept(signal);
      Estimate estimate = state.estimate(signal.at(), 60_000);
      assertThat(estimate.progress()).isBetween(0.0, 1.0);
      assertThat(estimate.remaining()).isGreaterThanOrEqualTo(Estimate.UNKNOWN);
      assertThat(state.agents().active().values()).allMatch(active -> active >= 0);
      assertThat(state.worked(signal.at())).isNotNegative();
      assertThat(state.tasks().ended()).isBetween(0, state.tasks().size());
      assertThat(state.steps().completed()).isBetween(0, Math.max(0, state.steps().total()));
      // A clock that is set back takes nothing back.
      assertThat(state.lastSignalAt()).isGreaterThanOrEqualTo(heard);
      assertThat(state.usefulAt()).isGreaterThanOrEqualTo(useful);
      heard = state.lastSignalAt();
      useful = state.usefulAt();
    }
  }

  @Property(tries = 300)
  void whatIsToldTwiceIsAsIfToldOnce(@ForAll long seed) {
    Random random = new Random(seed);
    RunState once = state();
    RunState twice = state();
    for (Signal signal : life(random)) {
      once.accept(signal);
      twice.accept(signal);
      // But taking work up and sending it back are counted.
      boolean counted = signal instanceof HandoffAccepted || signal instanceof TaskReworked;
      if (!counted && random.nextBoolean()) {
        twice.accept(signal);
      }
    }
    assertThat(twice.logged()).isEqualTo(once.logged());
    assertThat(twice.agents().active()).isEqualTo(once.agents().active());
    assertThat(twice.calls().open()).containsExactlyElementsOf(once.calls().open());
  }

  @Property(tries = 300)
  void whatIsLostOfOneTaskChangesNoOther(@ForAll long seed) {
    Random random = new Random(seed);
    RunState whole = state();
    RunState lossy = state();
    for (Signal signal : life(random)) {
      whole.accept(signal);
      String task = taskOf(signal);
      if (task == null || task.compareTo("x3") >= 0 || random.nextBoolean()) {
        lossy.accept(signal);
      }
    }
    assertThat(lossy.tasks().all().stream().filter(RunStateTest::isWhole))
        .containsExactlyInAnyOrderElementsOf(
            whole.tasks().all().stream().filter(RunStateTest::isWhole).toList());
    assertThat(lossy.logged().handoffs()).isEqualTo(whole.logged().handoffs());
  }

  private static boolean isWhole(Task task) {
    return task.id().compareTo("x3") >= 0;
  }

  private static @Nullable String taskOf(Signal signal) {
    if (signal instanceof TaskCreated created) {
      return created.task();
    } else if (signal instanceof TaskStarted started) {
      return started.task();
    } else if (signal instanceof TaskBlocked blocked) {
      return blocked.task();
    } else if (signal instanceof TaskEnded ended) {
      return ended.task();
    }
    return signal instanceof TaskReworked reworked ? reworked.task() : null;
  }

  private static List<Signal> life(Random random) {
    List<Signal> life = new ArrayList<>();
    long now = 1_000_000;
    for (int i = 0; i < LENGTH; i++) {
      now = Math.max(1, now + AnySignal.jump(random));
      life.add(AnySignal.of(random, now));
    }
    return life;
  }

  private static RunState state() {
    return new RunState(Story.RUN, "desk", 0);
  }
}
