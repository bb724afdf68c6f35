/**
 * The engine over recorded telemetry: the command line, and what it says.
 *
 * <p>Telemetry is read ({@code input}, {@code otlp}), reduced to what matters ({@code record}),
 * sorted by time ({@code sort}), made into signals ({@code follow}) and given to the engine.
 */
@NullMarked
package dev.pitwall.replay;

import org.jspecify.annotations.NullMarked;
