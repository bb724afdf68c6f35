/** Turns the model into Grafana's classic dashboard JSON. */
@NullMarked
package dev.pitwall.dashboards.json;

import org.jspecify.annotations.NullMarked;
