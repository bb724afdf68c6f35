/**
 * The source of the dashboards: {@link dev.pitwall.dashboards.Signals} says what is measured,
 * {@link dev.pitwall.dashboards.Overview} says which question each panel answers, the rest turns
 * that into Grafana's classic dashboard JSON.
 */
@NullMarked
package dev.pitwall.dashboards;

import org.jspecify.annotations.NullMarked;
