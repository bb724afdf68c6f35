@NullMarked
package dev.pitwall.replay.otlp;

import org.jspecify.annotations.NullMarked;
