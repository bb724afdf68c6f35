/** What every rule, runbook and rule test of the pack must keep to. */
@NullMarked
package dev.pitwall.alerts.lint;

import org.jspecify.annotations.NullMarked;
