package dev.pitwall.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MisuseTest {

  private LogLines log = LogLines.record();

  @BeforeEach
  void record() {
    Misuse.forget();
    log.close();
    log = LogLines.record();
  }

  @AfterEach
  void stop() {
    log.close();
  }

  @Test
  void aTaskThatIsEndedTwiceIsLoggedOnce() {
    for (int i = 0; i < 3; i++) {
      Task task = Run.of(null).task("t").start();
      task.complete();
      task.fail(null);
    }
    assertThat(log.at(Level.WARNING))
        .singleElement()
        .asString()
        .contains("a task was ended twice", "ignored", "not logged");
  }

  @Test
  void closingWhatWasEndedIsNoMisuse() {
    try (Task task = Run.of(null).task("t").start()) {
      task.cancel();
    }
    try (Approval approval = Run.of(null).askFor("release")) {
      approval.reject("ada");
    }
    assertThat(log.at(Level.WARNING)).isEmpty();
  }

  @Test
  void whatHasNoNameIsCalledUnnamed() {
    assertThat(Run.of(null).task(" ").id()).isEqualTo("unnamed");
    assertThat(log.at(Level.WARNING)).singleElement().asString().contains("missing (task)");
  }

  @Test
  void eachKindIsLoggedForItself() {
    Handoff handoff = Run.of(null).handOff("a", "b");
    handoff.accept();
    handoff.accept();
    handoff.complete();
    handoff.complete();
    handoff.reject("late");
    assertThat(log.at(Level.WARNING)).hasSize(3);
  }

  @Test
  void whatWasForgottenInsideIsLeftFirst() {
    List<String> left = new ArrayList<>();
    Nesting.Begun outer = () -> left.add("outer");
    Nesting.Begun inner = () -> left.add("inner");
    Nesting.enter(outer);
    Nesting.enter(inner);
    Nesting.leave(outer);
    assertThat(left).containsExactly("inner", "outer");
    assertThat(log.at(Level.WARNING)).singleElement().asString().contains("was not closed before");
    Nesting.leave(inner);
    assertThat(left).hasSize(2);
  }

  @Test
  void whatIsLeftInOrderIsNoMisuse() {
    List<String> left = new ArrayList<>();
    Nesting.Begun outer = () -> left.add("outer");
    Nesting.Begun inner = () -> left.add("inner");
    Nesting.enter(outer);
    Nesting.enter(inner);
    Nesting.leave(inner);
    Nesting.leave(outer);
    assertThat(left).containsExactly("inner", "outer");
    assertThat(log.at(Level.WARNING)).isEmpty();
  }

  @Test
  void whatWasBegunOnAnotherThreadStaysThere() throws InterruptedException {
    List<String> left = new ArrayList<>();
    Nesting.Begun begun = () -> left.add("begun");
    Nesting.enter(begun);
    Thread other = new Thread(() -> Nesting.leave(begun));
    other.start();
    other.join();
    assertThat(left).isEmpty();
    Nesting.leave(begun);
    assertThat(left).containsExactly("begun");
  }
}
