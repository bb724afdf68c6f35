@NullMarked
package dev.pitwall.engine.detector;

import org.jspecify.annotations.NullMarked;
