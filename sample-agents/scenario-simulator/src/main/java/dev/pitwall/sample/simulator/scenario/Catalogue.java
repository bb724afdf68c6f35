package dev.pitwall.sample.simulator.scenario;

import java.util.List;
import java.util.stream.Stream;

/** Every scenario there is. */
public final class Catalogue {

  private static final List<Scenario> ALL =
      Stream.of(
              Loops.all(),
              PingPongs.all(),
              Stalls.all(),
              Deadlocks.all(),
              Bottlenecks.all(),
              Contentions.all(),
              DuplicateWorks.all(),
              Stragglers.all(),
              RetryStorms.all(),
              RateLimits.all(),
              Costs.all(),
              Contexts.all(),
              LostHandoffs.all(),
              Orphans.all(),
              Milestones.all(),
              Quality.all(),
              Approvals.all(),
              Authorizations.all(),
              Stops.all(),
              Combinations.all())
          .flatMap(List::stream)
          .toList();

  private Catalogue() {}

  public static List<Scenario> all() {
    return ALL;
  }
}
