@NullMarked
package dev.pitwall.replay.sort;

import org.jspecify.annotations.NullMarked;
