/**
 * What the workforce would export: spans and log records, as the Collector's file exporter writes
 * them.
 */
@NullMarked
package dev.pitwall.sample.simulator.telemetry;

import org.jspecify.annotations.NullMarked;
