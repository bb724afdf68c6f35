package dev.pitwall.sample.inbox;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Alertmanager's webhook message, version 4, as far as it is shown.
 *
 * @param version of the message
 * @param alerts what it tells of
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Notification(@Nullable String version, @Nullable List<Alert> alerts) {

  /** One alert as Alertmanager sends it. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Alert(
      @Nullable String status,
      @Nullable Map<String, String> labels,
      @Nullable Map<String, String> annotations,
      @Nullable Instant startsAt,
      @Nullable Instant endsAt,
      @Nullable String fingerprint) {}
}
