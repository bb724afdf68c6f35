/**
 * Renders the alert pack: rules, routing and Prometheus configuration, from one file of settings.
 */
@NullMarked
package dev.pitwall.alerts;

import org.jspecify.annotations.NullMarked;
