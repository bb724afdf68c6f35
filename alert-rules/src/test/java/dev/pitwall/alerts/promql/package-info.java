/**
 * As much of a PromQL parser as the lint needs: which series and labels an expression reads and
 * which labels its result has. Whether an expression is valid at all is promtool's business.
 */
@NullMarked
package dev.pitwall.alerts.promql;

import org.jspecify.annotations.NullMarked;
