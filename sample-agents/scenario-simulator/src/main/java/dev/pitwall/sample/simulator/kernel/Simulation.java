package dev.pitwall.sample.simulator.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * A process-based discrete-event simulation: each process is ordinary code that pauses in virtual
 * time. Exactly one process runs at any moment, and equal times keep their order, so the same
 * program gives the same history every time, on any machine.
 *
 * <p>Processes are threads that hand a baton on; nothing here waits for real time.
 *
 * <pre>{@code
 * Simulation simulation = new Simulation(0);
 * simulation.start("worker", () -> simulation.pause(1_000));
 * simulation.run(60_000);
 * }</pre>
 */
public final class Simulation {

  private final PriorityQueue<Wakeup> agenda = new PriorityQueue<>();
  private final List<Actor> processes = new ArrayList<>();
  private final Semaphore idle = new Semaphore(0);
  private long now;
  private long order;
  private @Nullable Actor current;
  private @Nullable Throwable failure;

  /**
   * @param start the time at which it begins, epoch milliseconds
   */
  public Simulation(long start) {
    this.now = start;
  }

  /** The virtual time, epoch milliseconds. */
  public long now() {
    return now;
  }

  /** Adds a process that begins now. */
  public void start(String name, Runnable behaviour) {
    Actor process = new Actor(name, behaviour);
    processes.add(process);
    schedule(process, now);
  }

  /** The running process goes on after so many milliseconds. */
  public void pause(long millis) {
    Actor self = running();
    schedule(self, now + Math.max(0, millis));
    self.park();
  }

  /** The running process goes on when somebody wakes it. */
  void park(List<Actor> waiting) {
    Actor self = running();
    waiting.add(self);
    self.park();
  }

  /** The process goes on at the given time. */
  void schedule(Actor process, long at) {
    agenda.add(new Wakeup(at, order++, process));
  }

  private Actor running() {
    if (current == null) {
      throw new IllegalStateException("only a process can wait");
    }
    return current;
  }

  /**
   * Lets time pass until nothing is left to happen, or until the horizon: what is under way then
   * stays unfinished, as in a recording that was cut off.
   */
  public void run(long horizon) {
    for (Wakeup next = agenda.poll(); next != null; next = agenda.poll()) {
      if (next.at > horizon || failure != null) {
        break;
      }
      now = next.at;
      current = next.process;
      next.process.resume();
      idle.acquireUninterruptibly();
      current = null;
    }
    processes.forEach(Actor::abandon);
    if (failure != null) {
      throw new IllegalStateException("the simulation failed", failure);
    }
  }

  private record Wakeup(long at, long order, Actor process) implements Comparable<Wakeup> {

    @Override
    public int compareTo(Wakeup other) {
      return at == other.at ? Long.compare(order, other.order) : Long.compare(at, other.at);
    }
  }

  /** Ends the thread of a process that will not go on. */
  private static final class Abandoned extends Error {

    private static final long serialVersionUID = 1L;

    Abandoned() {
      super("the recording ended", null, false, false);
    }
  }

  /** Something that happens. */
  final class Actor {

    private final Semaphore baton = new Semaphore(0);
    private final Thread thread;
    private boolean started;
    private volatile boolean abandoned;

    Actor(String name, Runnable behaviour) {
      thread = new Thread(() -> live(behaviour), name);
      thread.setDaemon(true);
    }

    private void live(Runnable behaviour) {
      baton.acquireUninterruptibly();
      try {
        behaviour.run();
      } catch (Abandoned e) {
        return;
      } catch (RuntimeException | Error e) {
        failure = e;
      }
      idle.release();
    }

    private void resume() {
      if (!started) {
        started = true;
        thread.start();
      }
      baton.release();
    }

    private void park() {
      idle.release();
      baton.acquireUninterruptibly();
      if (abandoned) {
        throw new Abandoned();
      }
    }

    private void abandon() {
      if (started && thread.isAlive()) {
        abandoned = true;
        baton.release();
      }
    }
  }
}
