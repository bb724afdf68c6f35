/** Classes of ours that need not be rewritten while a service starts. */
@NullMarked
package dev.pitwall.agent.ready;

import org.jspecify.annotations.NullMarked;
