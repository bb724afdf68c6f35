/**
 * What lives in the agent: {@code observe} gives every hook's report its place in a run and makes
 * spans and signals of it, {@code telemetry} makes metrics and the workflow log of signals and
 * findings, {@code settings} reads what the operator wants, {@code entry} is what the agent looks
 * up by name.
 */
@NullMarked
package dev.pitwall.agent;

import org.jspecify.annotations.NullMarked;
