/**
 * The source of the dashboards. {@code signals} says what is measured, the classes here say which
 * question each panel answers, {@code model} is what they say it with and {@code json} turns that
 * into Grafana's classic dashboard JSON.
 */
@NullMarked
package dev.pitwall.dashboards;

import org.jspecify.annotations.NullMarked;
