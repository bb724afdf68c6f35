/** Somebody else's extension of the agent, which knows nothing of us. */
@NullMarked
package dev.pitwall.distribution.neighbour;

import org.jspecify.annotations.NullMarked;
