package dev.pitwall.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class NoveltyTest {

  private static final int CAPACITY = 1024;

  @Property(tries = 50)
  void knowsExactlyTheLatestThings(
      @ForAll @Size(min = 1, max = 5000) List<@IntRange(max = 3000) Integer> things) {
    Novelty novelty = new Novelty();
    Deque<Integer> remembered = new ArrayDeque<>();
    for (int thing : things) {
      boolean known = remembered.contains(thing);
      assertThat(novelty.isNew(String.valueOf(thing))).isEqualTo(!known);
      if (!known) {
        remembered.addLast(thing);
        if (remembered.size() > CAPACITY) {
          remembered.removeFirst();
        }
      }
    }
  }
}
