/** Recorded conversations with models, as data. */
@NullMarked
package dev.pitwall.testing.conversation;

import org.jspecify.annotations.NullMarked;
