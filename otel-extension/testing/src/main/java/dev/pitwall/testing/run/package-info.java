/** An application in a process of its own that plays conversations, bare or watched. */
@NullMarked
package dev.pitwall.testing.run;

import org.jspecify.annotations.NullMarked;
