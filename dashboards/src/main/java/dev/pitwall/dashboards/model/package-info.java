/** What a dashboard is made of, before it is turned into Grafana's JSON. */
@NullMarked
package dev.pitwall.dashboards.model;

import org.jspecify.annotations.NullMarked;
