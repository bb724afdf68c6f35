/** Lines of files and streams, packed or not. */
@NullMarked
package dev.pitwall.replay.input;

import org.jspecify.annotations.NullMarked;
