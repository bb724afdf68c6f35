/**
 * Every name that leaves the process, as data: metrics, attributes and events with their units,
 * buckets and allowed labels. Telemetry code, generated documentation and the checks of rules and
 * dashboards all read these constants, so a name is written once.
 */
@NullMarked
package dev.pitwall.conventions;

import org.jspecify.annotations.NullMarked;
