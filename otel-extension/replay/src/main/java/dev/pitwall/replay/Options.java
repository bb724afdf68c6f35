package dev.pitwall.replay;

import dev.pitwall.engine.finding.Severity;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the command line asks for.
 *
 * @param format how findings are printed
 * @param config file of settings, or null for the defaults
 * @param compare file of settings to compare with, or null
 * @param propose file to write thresholds to, or null
 * @param until to what moment the recording is complete, or null for its last one
 * @param failOn the least severity that makes the exit code 1, or null
 * @param files what is read, in any order
 */
record Options(
    Format format,
    @Nullable String config,
    @Nullable String compare,
    @Nullable String propose,
    @Nullable Instant until,
    @Nullable Severity failOn,
    List<String> files) {

  Options {
    files = List.copyOf(files);
  }

  /** How findings are printed. */
  enum Format {
    JSON,
    TEXT
  }
}
