/** From signals and findings to metrics and the workflow log. */
@NullMarked
package dev.pitwall.agent.telemetry;

import org.jspecify.annotations.NullMarked;
