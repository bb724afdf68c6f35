/**
 * What is measured, each signal once: name, unit, meaning and query. The classes are by subject, in
 * the order of a run: the run, its plan, who works, what is handed over, how good it is, what it
 * costs, what goes wrong, and how we know.
 */
@NullMarked
package dev.pitwall.dashboards.signals;

import org.jspecify.annotations.NullMarked;
