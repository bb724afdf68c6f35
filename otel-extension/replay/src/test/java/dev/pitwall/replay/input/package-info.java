@NullMarked
package dev.pitwall.replay.input;

import org.jspecify.annotations.NullMarked;
