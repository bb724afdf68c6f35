@NullMarked
package dev.pitwall.testing.telemetry;

import org.jspecify.annotations.NullMarked;
