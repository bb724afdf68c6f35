package dev.pitwall.sample.simulator.scenario;

import dev.pitwall.sample.simulator.workforce.Invocation;
import dev.pitwall.sample.simulator.workforce.Orchestration;
import dev.pitwall.sample.simulator.workforce.Orchestration.Topology;
import dev.pitwall.sample.simulator.workforce.Run;
import dev.pitwall.sample.simulator.workforce.WorkItem;
import dev.pitwall.sample.simulator.workforce.Workplace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Several agents of one kind side by side, one of which is the odd one. */
final class Siblings {

  private static final int TIMES = 3;

  private final Workplace place;
  private final Run run;
  private final String kind;
  private final Consumer<Invocation> usual;
  private final Consumer<Invocation> odd;
  private boolean declared;
  private String oddKind;
  private long delay;
  private @Nullable Trouble trouble;
  private long start;
  private final List<Long> ended = new ArrayList<>();

  Siblings(Run run, String kind, Consumer<Invocation> usual, Consumer<Invocation> odd) {
    this.place = run.place();
    this.run = run;
    this.kind = kind;
    this.oddKind = kind;
    this.usual = usual;
    this.odd = odd;
  }

  /** The application declares a task for each. */
  Siblings declared() {
    declared = true;
    return this;
  }

  /** The odd one is of another kind. */
  Siblings oddIs(String other) {
    oddKind = other;
    return this;
  }

  /** The odd one starts so much later. */
  Siblings oddAfter(long millis) {
    delay = millis;
    return this;
  }

  /** The odd one is trouble. */
  Siblings as(Trouble truth) {
    trouble = truth;
    return this;
  }

  /** So many work side by side until all are done. */
  void play(int size) {
    int which = place.dice().between(0, size - 1);
    String group = kind + "-team";
    run.root()
        .nest(
            group,
            Topology.PARALLEL,
            size,
            1,
            team -> {
              start = place.now();
              List<Runnable> members = new ArrayList<>();
              for (int i = 0; i < size; i++) {
                boolean isOdd = i == which;
                members.add(() -> work(team, isOdd, size));
              }
              place.together(members);
            });
  }

  private void work(Orchestration team, boolean isOdd, int size) {
    String agent = isOdd ? oddKind : kind;
    String input = place.text("part");
    if (isOdd) {
      place.pause(delay);
      if (trouble != null) {
        trouble.brewing();
      }
    }
    WorkItem item = declared ? WorkItem.create(run, "part", agent, List.of(), input).start() : null;
    team.invoke(
        agent,
        input,
        it -> {
          (isOdd ? odd : usual).accept(it.on(item));
          return place.text("part done");
        });
    if (item != null) {
      item.complete();
    }
    ended(isOdd, size);
  }

  // Onset is when the siblings' usual time has passed; it shows when all of them are done and it
  // has taken a multiple of that.
  private void ended(boolean isOdd, int size) {
    if (trouble == null) {
      return;
    }
    if (isOdd) {
      trouble.ends();
      return;
    }
    ended.add(place.now() - start);
    if (ended.size() == size - 1) {
      Collections.sort(ended);
      long median = ended.get(ended.size() / 2);
      trouble.beginsAt(start + median).showsAt(Math.max(place.now(), start + TIMES * median));
    }
  }
}
