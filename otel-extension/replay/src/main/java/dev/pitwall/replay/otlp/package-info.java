/** Reads OTLP JSON, keeps what the engine can use and forgets the rest at once. */
@NullMarked
package dev.pitwall.replay.otlp;

import org.jspecify.annotations.NullMarked;
