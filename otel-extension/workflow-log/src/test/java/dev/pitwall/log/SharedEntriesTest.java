package dev.pitwall.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pitwall.conventions.Events;
import dev.pitwall.conventions.GenAi;
import dev.pitwall.engine.signal.ArtifactWritten;
import dev.pitwall.engine.signal.Evaluated;
import dev.pitwall.engine.signal.ResourceAccessed;
import dev.pitwall.engine.signal.ResourceAccessed.Access;
import dev.pitwall.engine.signal.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What was done within an operation is read as it was written, given the operation. */
class SharedEntriesTest {

  private static final long OPERATION = 7;

  private static Optional<Signal> writtenAndRead(Signal signal) {
    List<Entry> entries = new ArrayList<>();
    new EntryWriter("r1", "desk", "instance-1", entries::add).write(signal);
    assertThat(entries).hasSize(1);
    return new EntryReader().read(entries.get(0), OPERATION);
  }

  @Test
  void artifacts() {
    Signal signal = new ArtifactWritten("r1", OPERATION, "writer", "draft", "hash", 5);
    assertThat(writtenAndRead(signal)).contains(signal);
    Signal nobodys = new ArtifactWritten("r1", OPERATION, null, "draft", "hash", 5);
    assertThat(writtenAndRead(nobodys)).contains(nobodys);
  }

  @Test
  void whatIsShared() {
    for (Access access : Access.values()) {
      Signal signal = new ResourceAccessed("r1", OPERATION, "writer", "file", "v1", access, 3, 5);
      assertThat(writtenAndRead(signal)).contains(signal);
    }
  }

  @Test
  void scoresWithTheirPlaceInTheirRange() {
    Signal signal = new Evaluated("r1", OPERATION, "critic", "score", 7, 0.7, 5);
    assertThat(writtenAndRead(signal)).contains(signal);
    Signal unknown = new Evaluated("r1", OPERATION, "critic", "score", 7, null, 5);
    assertThat(writtenAndRead(unknown)).contains(unknown);
  }

  @Test
  void aScoreBetweenZeroAndOneOfOthersIsTakenForOneOutOfOne() {
    Entry entry =
        Entry.of(Events.EVALUATION_RESULT, "r1", "desk", 5)
            .with(GenAi.EVALUATION, "relevance")
            .with(GenAi.EVALUATION_SCORE, 0.4)
            .build();
    assertThat(new EntryReader().read(entry, 0))
        .contains(new Evaluated("r1", 0, null, "relevance", 0.4, 0.4, 5));
  }

  @Test
  void anAccessOfAnUnknownKindIsNone() {
    Entry entry = Entry.of(Events.RESOURCE_ACCESSED, "r1", "desk", 5).build();
    assertThat(new EntryReader().read(entry, 0)).isEmpty();
  }
}
