/** In the package of what is measured, to start the extension without an agent. */
@NullMarked
package dev.pitwall.agent;

import org.jspecify.annotations.NullMarked;
