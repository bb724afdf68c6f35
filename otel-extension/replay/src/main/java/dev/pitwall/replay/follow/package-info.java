/** Makes signals of what was recorded. */
@NullMarked
package dev.pitwall.replay.follow;

import org.jspecify.annotations.NullMarked;
