package dev.pitwall.sample.inbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An alert as it stands after its latest notification.
 *
 * @param status firing or resolved
 * @param labels its labels
 * @param annotations its texts and links
 * @param startsAt when it began to fire
 * @param endsAt when it was resolved, or null while it fires
 * @param receivedAt when this alert first arrived
 * @param fingerprint Alertmanager's identity of it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReceivedAlert(
    String status,
    Map<String, String> labels,
    Map<String, String> annotations,
    Instant startsAt,
    @Nullable Instant endsAt,
    Instant receivedAt,
    String fingerprint) {

  static final String FIRING = "firing";
  static final String RESOLVED = "resolved";

  /** Fills in what a message may leave out. */
  static ReceivedAlert of(Notification.Alert alert, Instant now) {
    Map<String, String> labels = alert.labels() == null ? Map.of() : alert.labels();
    boolean resolved = RESOLVED.equals(alert.status());
    return new ReceivedAlert(
        resolved ? RESOLVED : FIRING,
        new TreeMap<>(labels),
        new TreeMap<>(alert.annotations() == null ? Map.of() : alert.annotations()),
        alert.startsAt() == null ? now : alert.startsAt(),
        resolved ? (alert.endsAt() == null ? now : alert.endsAt()) : null,
        now,
        alert.fingerprint() == null ? labels.toString() : alert.fingerprint());
  }

  ReceivedAlert firstReceivedAt(Instant first) {
    return new ReceivedAlert(status, labels, annotations, startsAt, endsAt, first, fingerprint);
  }

  boolean isFiring() {
    return status.equals(FIRING);
  }

  /** Whether this is a later notification of the same firing. */
  boolean continues(ReceivedAlert other) {
    return fingerprint.equals(other.fingerprint) && startsAt.equals(other.startsAt);
  }

  String label(String name) {
    return labels.getOrDefault(name, "");
  }

  String annotation(String name) {
    return annotations.getOrDefault(name, "");
  }
}
