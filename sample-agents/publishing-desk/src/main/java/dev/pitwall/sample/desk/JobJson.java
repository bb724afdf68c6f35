package dev.pitwall.sample.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** How jobs look from outside. */
final class JobJson {

  private JobJson() {}

  static ObjectNode of(Job job) {
    ObjectNode node =
        JsonNodeFactory.instance
            .objectNode()
            .put("id", job.id())
            .put("topic", job.topic().text())
            .put("fault", job.fault().key())
            .put("state", job.state().key())
            .put("submitted", job.submitted().toString())
            .put("due", job.due().toString());
    Instant finished = job.finished();
    if (finished != null) {
      node.put("finished", finished.toString());
      node.put("seconds", Duration.between(job.submitted(), finished).toMillis() / 1000.0);
    }
    Job.Result result = job.result();
    if (result != null) {
      node.put("outcome", result.outcome())
          .put("score", result.score())
          .put("approval", result.approval())
          .put("article", result.article());
    }
    if (job.error() != null) {
      node.put("error", job.error());
    }
    return node;
  }

  /** All of them, without the articles. */
  static JsonNode of(List<Job> jobs) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    jobs.forEach(job -> list.add(of(job).without("article")));
    return list;
  }
}
