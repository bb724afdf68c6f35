/** The extension in the real agent, attached to a real process. */
@NullMarked
package dev.pitwall.distribution;

import org.jspecify.annotations.NullMarked;
