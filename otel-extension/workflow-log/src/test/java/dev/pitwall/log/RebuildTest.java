package dev.pitwall.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pitwall.engine.run.RunState;
import dev.pitwall.engine.signal.Signal;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The log alone tells what a run's state was. */
class RebuildTest {

  @Property
  void whatWasLoggedRebuildsTheLoggedPartOfTheLiveState(@ForAll("lives") List<Signal> life) {
    RunState live = new RunState(RunSignals.RUN, RunSignals.WORKFLOW, 0);
    RunState rebuilt = new RunState(RunSignals.RUN, RunSignals.WORKFLOW, 0);
    EntryReader reader = new EntryReader();
    EntryWriter writer =
        new EntryWriter(
            RunSignals.RUN,
            RunSignals.WORKFLOW,
            "instance-1",
            entry -> reader.read(entry).ifPresent(rebuilt::accept));
    for (Signal signal : life) {
      writer.write(signal);
      live.accept(signal);
    }
    assertThat(rebuilt.logged()).isEqualTo(live.logged());
  }

  @Provide
  Arbitrary<List<Signal>> lives() {
    return RunSignals.any().list().ofMaxSize(200);
  }
}
