package dev.pitwall.sample.desk;

import dev.langchain4j.agentic.scope.ResultWithAgenticScope;
import dev.pitwall.sample.desk.newsroom.Fault;
import dev.pitwall.sample.desk.newsroom.PublishingDesk;
import dev.pitwall.sample.desk.newsroom.State;
import dev.pitwall.sample.desk.newsroom.Topic;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Jobs in work and the last ones that are over, {@value #KEPT} together at most. Thread-safe. */
final class JobBoard {

  static final int KEPT = 200;

  private static final Logger LOG = LoggerFactory.getLogger(JobBoard.class);

  private final PublishingDesk desk;
  private final PublishingDesk shortStaffed;
  private final boolean scripted;
  private final ExecutorService workers;
  private final Clock clock;
  private final AtomicLong lastId = new AtomicLong();
  private final Map<String, Job> jobs = new LinkedHashMap<>();

  /**
   * @param desk does the jobs
   * @param shortStaffed does those whose fault is that there is one checker
   * @param workers runs the jobs; must refuse what it cannot take
   */
  JobBoard(
      PublishingDesk desk,
      PublishingDesk shortStaffed,
      boolean scripted,
      ExecutorService workers,
      Clock clock) {
    this.desk = desk;
    this.shortStaffed = shortStaffed;
    this.scripted = scripted;
    this.workers = workers;
    this.clock = clock;
  }

  /**
   * Takes an order.
   *
   * @param within when the article is wanted, from now on
   * @throws RejectedExecutionException if all workers are busy and the queue is full
   */
  Job submit(Topic topic, Fault fault, Duration within) {
    Instant now = clock.instant();
    Job job = Job.submitted("job-" + lastId.incrementAndGet(), topic, fault, now, now.plus(within));
    put(job);
    try {
      workers.execute(() -> work(job));
    } catch (RejectedExecutionException e) {
      remove(job);
      throw e;
    }
    return job;
  }

  synchronized Optional<Job> find(String id) {
    return Optional.ofNullable(jobs.get(id));
  }

  /** All jobs, newest first. */
  synchronized List<Job> all() {
    List<Job> newestFirst = new ArrayList<>(jobs.values());
    Collections.reverse(newestFirst);
    return newestFirst;
  }

  private void work(Job job) {
    try {
      String topic = scripted ? job.topic().staged(job.fault()) : job.topic().text();
      PublishingDesk whose = job.fault() == Fault.ONE_CHECKER ? shortStaffed : desk;
      ResultWithAgenticScope<String> published = whose.publish(topic, job.fault().key());
      put(job.done(result(published), clock.instant()));
    } catch (RuntimeException e) {
      LOG.warn("{} failed", job.id(), e);
      put(job.failed(reason(e), clock.instant()));
    }
  }

  private static Job.Result result(ResultWithAgenticScope<String> published) {
    var scope = published.agenticScope();
    return new Job.Result(
        scope.readState(State.DRAFT, ""),
        published.result(),
        scope.readState(State.SCORE, 0.0),
        scope.readState(State.APPROVAL, ""));
  }

  /** The innermost cause that says anything: what wraps it only names agents and reflection. */
  private static String reason(Throwable failure) {
    Throwable telling = failure;
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause.getMessage() != null) {
        telling = cause;
      }
    }
    return "%s: %s".formatted(telling.getClass().getSimpleName(), telling.getMessage());
  }

  private synchronized void remove(Job job) {
    jobs.remove(job.id());
  }

  private synchronized void put(Job job) {
    jobs.put(job.id(), job);
    Iterator<Job> oldestFirst = jobs.values().iterator();
    for (int over = jobs.size() - KEPT; over > 0 && oldestFirst.hasNext(); ) {
      if (oldestFirst.next().isOver()) {
        oldestFirst.remove();
        over--;
      }
    }
  }
}
