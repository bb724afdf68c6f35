package dev.pitwall.engine.run;

import dev.pitwall.engine.signal.AgentEnded;
import dev.pitwall.engine.signal.AgentStarted;
import dev.pitwall.engine.signal.ApprovalDecided;
import dev.pitwall.engine.signal.ArtifactWritten;
import dev.pitwall.engine.signal.JvmObserved;
import dev.pitwall.engine.signal.MilestoneReached;
import dev.pitwall.engine.signal.RunPaused;
import dev.pitwall.engine.signal.RunProgressed;
import dev.pitwall.engine.signal.RunResumed;
import dev.pitwall.engine.signal.RunStarted;
import dev.pitwall.engine.signal.Signal;
import dev.pitwall.engine.signal.SignalHandler;
import dev.pitwall.engine.signal.StopCleared;
import dev.pitwall.engine.signal.StopEngaged;
import dev.pitwall.engine.signal.StopReady;
import dev.pitwall.engine.signal.TaskEnded;
import dev.pitwall.engine.signal.ToolEnded;
import dev.pitwall.engine.signal.WorkflowEnded;
import dev.pitwall.engine.signal.WorkflowStarted;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one open run. It sees every signal before the detectors do, which read from it.
 * Not safe for use by several threads; its owner locks.
 */
public final class RunState {

  private static final int MAX_NESTING = 32;

  private final String run;
  private final String workflow;
  private final Agents agents = new Agents();
  private final Calls calls = new Calls();
  private final Tasks tasks = new Tasks();
  private final Handoffs handoffs = new Handoffs();
  private final Approvals approvals = new Approvals();
  private final Plan plan = new Plan();
  private final Spend spend = new Spend();
  private final ProgressTree tree = new ProgressTree();
  private final Progress progress = new Progress(tasks, tree);
  private final Course course = new Course();
  private final List<SignalHandler> parts =
      List.of(agents, calls, tasks, handoffs, approvals, plan, spend, progress, course);
  private long lastSignalAt;

  public RunState(String run, String workflow, long knownSince) {
    this.run = run;
    this.workflow = workflow;
    this.lastSignalAt = knownSince;
    course.usefulAt = knownSince;
  }

  /** Takes a signal. */
  public void accept(Signal signal) {
    course.news = false;
    // A look at the JVM is ours and no sign of life.
    if (!(signal instanceof JvmObserved)) {
      lastSignalAt = Math.max(lastSignalAt, signal.at());
    }
    for (SignalHandler part : parts) {
      signal.deliverTo(part);
    }
    if (course.news) {
      course.usefulAt = Math.max(course.usefulAt, signal.at());
    }
  }

  public String run() {
    return run;
  }

  public String workflow() {
    return workflow;
  }

  /** Whether it runs; before that it is planned. */
  public boolean isStarted() {
    return course.startedAt != 0;
  }

  /** When it began, epoch milliseconds, or 0. */
  public long startedAt() {
    return course.startedAt;
  }

  /** When anything was last heard of it, epoch milliseconds. */
  public long lastSignalAt() {
    return lastSignalAt;
  }

  /** When it last made useful progress, epoch milliseconds. */
  public long usefulAt() {
    return course.usefulAt;
  }

  /** Whether the signal that was taken last left something new behind. */
  public boolean news() {
    return course.news;
  }

  /** The stop that it is under, if any. */
  public @Nullable StopEngaged stop() {
    return course.stop;
  }

  /** The latest look at the JVM, if there was reason for one. */
  public @Nullable JvmObserved jvm() {
    return course.jvm;
  }

  /** How ready the emergency stop is. */
  public StopReady.Readiness stopReadiness() {
    return course.readiness;
  }

  public Agents agents() {
    return agents;
  }

  public Calls calls() {
    return calls;
  }

  public Tasks tasks() {
    return tasks;
  }

  public Handoffs handoffs() {
    return handoffs;
  }

  public Approvals approvals() {
    return approvals;
  }

  public Plan plan() {
    return plan;
  }

  public Spend spend() {
    return spend;
  }

  /** Who calls from within an open operation, or null if it is not known. */
  public @Nullable Caller caller(long operation) {
    Caller workflow = tree.caller(operation);
    AgentStarted agent = agents.open(operation);
    if (workflow != null || agent == null) {
      return workflow;
    }
    // An agent may be called by agents that are called in a loop.
    Caller around = null;
    AgentStarted at = agent;
    for (int i = 0; i < MAX_NESTING && at != null && around == null; i++) {
      around = tree.caller(at.parent());
      at = agents.open(at.parent());
    }
    return new Caller(agent.agent(), null, around == null ? 0 : around.loop());
  }

  /** What the run as a whole waits for. */
  public Waiting waiting() {
    return Waiting.of(this, course.paused);
  }

  /** What the workflow log tells of it. */
  public LoggedState logged() {
    return LoggedState.of(this, course.paused);
  }

  /** Members done and members in all of the outermost workflow, as far as its topology tells. */
  public Steps steps() {
    return new Steps(tree.completed(), tree.total());
  }

  /** How many of how many. */
  public record Steps(int completed, int total) {}

  /**
   * Progress and what is left at a moment, given how long the workflow usually takes (milliseconds,
   * or 0).
   */
  public Estimate estimate(long now, long usual) {
    int planned = plan.declared() == null ? 0 : plan.declared().tasks();
    return progress.after(worked(now), planned, usual);
  }

  /**
   * How long it has worked: since its start less what people have kept it waiting, milliseconds.
   */
  public long worked(long now) {
    if (!isStarted()) {
      return 0;
    }
    long waiting = 0;
    if (course.paused) {
      waiting = now - course.pausedAt;
    } else if (!approvals.open().isEmpty() && waiting() == Waiting.HUMAN) {
      long asked = approvals.open().iterator().next().at();
      waiting = now - Math.max(asked, course.waitedUntil);
    }
    return Math.max(0, now - course.startedAt - course.waited - Math.max(0, waiting));
  }

  /** Whether its topology tells how much is left, and not only how much at most. */
  public boolean hasExactTopology() {
    return tree.isExact();
  }

  /** What is new, what was useful, whether it goes on. */
  private final class Course implements SignalHandler {

    private final Novelty novelty = new Novelty();
    private long startedAt;
    private long usefulAt;
    private long waited;
    private long waitedUntil;
    private long pausedAt;
    private boolean news;
    private boolean paused;
    private @Nullable StopEngaged stop;
    private @Nullable JvmObserved jvm;
    private StopReady.Readiness readiness = StopReady.Readiness.NONE;

    @Override
    public void on(RunStarted started) {
      startedAt = started.at();
      news = true;
    }

    @Override
    public void on(RunPaused signal) {
      pausedAt = paused ? pausedAt : signal.at();
      paused = true;
    }

    @Override
    public void on(RunResumed signal) {
      if (paused) {
        waited(pausedAt, signal.at());
      }
      paused = false;
      news = true;
    }

    @Override
    public void on(JvmObserved signal) {
      jvm = signal;
    }

    @Override
    public void on(StopEngaged signal) {
      stop = signal;
    }

    @Override
    public void on(StopReady signal) {
      readiness = signal.readiness();
    }

    @Override
    public void on(StopCleared signal) {
      stop = null;
    }

    @Override
    public void on(RunProgressed progressed) {
      String subject = progressed.task() == null ? "" : progressed.task();
      news =
          novelty.isNew(
              "progress",
              subject,
              String.valueOf(progressed.completed()),
              String.valueOf(progressed.phase()));
    }

    @Override
    public void on(MilestoneReached reached) {
      news = true;
    }

    @Override
    public void on(TaskEnded ended) {
      news = true;
    }

    @Override
    public void on(WorkflowStarted started) {
      tree.started(started.operation(), started.parent(), started.workflow(), started.shape());
    }

    @Override
    public void on(WorkflowEnded ended) {
      news = tree.ended(ended.operation(), ended.error() != null, ended.workflow());
    }

    @Override
    public void on(AgentEnded ended) {
      // What has no hash cannot be told from something new.
      boolean fresh =
          ended.outputHash() == null || novelty.isNew("agent", ended.agent(), ended.outputHash());
      if (ended.error() == null) {
        tree.memberEnded(ended.parent(), ended.agent());
        news = fresh;
      }
    }

    @Override
    public void on(ToolEnded call) {
      news =
          call.error() == null
              && (call.resultHash() == null
                  || novelty.isNew("tool", call.tool(), call.resultHash()));
    }

    @Override
    public void on(ArtifactWritten written) {
      news = novelty.isNew("artifact", written.key(), written.hash());
    }

    @Override
    public void on(ApprovalDecided decided) {
      waited(decided.requestedAt(), decided.at());
      news = true;
    }

    // Of waits that overlap each moment counts once.
    private void waited(long since, long until) {
      waited += Math.max(0, until - Math.max(since, waitedUntil));
      waitedUntil = Math.max(waitedUntil, until);
    }
  }
}
