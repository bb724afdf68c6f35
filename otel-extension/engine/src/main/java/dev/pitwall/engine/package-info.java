/**
 * The engine: signals in, run state, detectors, findings out. Pure Java without I/O, threads or
 * statics; time comes with the signals. Read the packages in the order signal, run, detector,
 * finding.
 */
@NullMarked
package dev.pitwall.engine;

import org.jspecify.annotations.NullMarked;
