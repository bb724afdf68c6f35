package dev.pitwall.agent.jvm;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pitwall.engine.signal.JvmObserved;
import dev.pitwall.engine.signal.JvmObserved.LockWait;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JvmEvidenceTest {

  private final AgentThreads working = new AgentThreads();
  private final JvmEvidence evidence = new JvmEvidence(working);
  private final List<JvmObserved> told = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();

  @AfterEach
  void stop() throws InterruptedException {
    for (Thread thread : threads) {
      thread.interrupt();
      thread.join(TimeUnit.SECONDS.toMillis(10));
    }
  }

  @Test
  void namesTheAgentsOfThreadsThatWaitForEachOther() throws InterruptedException {
    ReentrantLock draft = new ReentrantLock();
    ReentrantLock index = new ReentrantLock();
    CountDownLatch both = new CountDownLatch(2);
    Thread writer = agent("r1", "writer", draft, both, index);
    Thread editor = agent("r1", "editor", index, both, draft);
    await(writer);
    await(editor);

    look("r1", 10_000);
    assertThat(told).hasSize(1);
    assertThat(told.get(0).run()).isEqualTo("r1");
    assertThat(told.get(0).locks())
        .extracting(wait -> wait.waiter() + " " + wait.holder())
        .containsExactlyInAnyOrder("writer editor", "editor writer");
    assertThat(told.get(0).locks())
        .extracting(LockWait::lock)
        .allMatch(lock -> lock.startsWith("ReentrantLock@"))
        .doesNotHaveDuplicates();
  }

  @Test
  void namesAHolderThatWorksForNobodyByItsThread() throws InterruptedException {
    ReentrantLock lock = new ReentrantLock();
    lock.lock();
    try {
      Thread waiter = agent("r1", "writer", new ReentrantLock(), new CountDownLatch(1), lock);
      await(waiter);
      look("r1", 10_000);
      assertThat(told.get(0).locks())
          .extracting(LockWait::holder)
          .containsExactly(Thread.currentThread().getName());
    } finally {
      lock.unlock();
    }
  }

  @Test
  void tellsOfWaitsForWhatNobodyHolds() throws InterruptedException {
    CountDownLatch held = new CountDownLatch(2);
    Thread blocked = agent("r1", "writer", new ReentrantLock(), held, new ReentrantLock());
    awaitWaiting(blocked);
    look("r1", 10_000);
    assertThat(told.get(0).locks())
        .singleElement()
        .matches(wait -> wait.lock().startsWith("CountDownLatch@") && wait.holder() == null);
  }

  @Test
  void saysNothingOfRunsThatHaveNotAsked() throws InterruptedException {
    ReentrantLock lock = new ReentrantLock();
    lock.lock();
    try {
      await(agent("r2", "writer", new ReentrantLock(), new CountDownLatch(1), lock));
      evidence.look(10_000, told::add);
      assertThat(told).isEmpty();
      look("r1", 20_000);
      assertThat(told).hasSize(1);
      assertThat(told.get(0).locks()).isEmpty();
    } finally {
      lock.unlock();
    }
  }

  @Test
  void looksRarelyHoweverOftenItIsAsked() {
    for (long now = 10_000; now < 20_000; now += 1000) {
      look("r1", now);
    }
    assertThat(told).extracting(JvmObserved::at).containsExactly(10_000L, 15_000L);
  }

  @Test
  void forgetsThreadsThatAreNoMore() throws InterruptedException {
    Thread gone = new Thread(() -> working.enter("r1", "writer"));
    gone.start();
    gone.join();
    assertThat(working.all()).hasSize(1);
    look("r1", 10_000);
    assertThat(working.all()).isEmpty();
  }

  @Test
  void putsBackWhatAThreadWasAtBefore() {
    AgentThreads.Entered outer = requireNonNull(working.enter("r1", "chief"));
    assertThat(working.enter("r1", "chief")).isNull();
    AgentThreads.Entered inner = requireNonNull(working.enter("r1", "writer"));
    assertThat(working.all().values())
        .extracting(AgentThreads.Work::agent)
        .containsExactly("writer");
    inner.leave();
    assertThat(working.all().values())
        .extracting(AgentThreads.Work::agent)
        .containsExactly("chief");
    outer.leave();
    assertThat(working.all()).isEmpty();
  }

  private void look(String run, long now) {
    evidence.ask(run);
    evidence.look(now, told::add);
  }

  private Thread agent(
      String run, String agent, ReentrantLock first, CountDownLatch held, ReentrantLock second) {
    Thread thread =
        new Thread(
            () -> {
              AgentThreads.Entered entered = working.enter(run, agent);
              first.lock();
              try {
                held.countDown();
                held.await();
                second.lockInterruptibly();
                second.unlock();
              } catch (InterruptedException e) {
                // The test is over.
              } finally {
                first.unlock();
                if (entered != null) {
                  entered.leave();
                }
              }
            });
    threads.add(thread);
    thread.start();
    return thread;
  }

  private static void awaitWaiting(Thread thread) {
    while (thread.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
  }

  private static void await(Thread thread) {
    // What it waits for before the lock is a latch, which has no owner.
    while (ManagementFactory.getThreadMXBean().getThreadInfo(thread.getId()).getLockOwnerId() < 0) {
      Thread.onSpinWait();
    }
  }
}
