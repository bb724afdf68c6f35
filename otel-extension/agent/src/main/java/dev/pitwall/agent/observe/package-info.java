/** From a hook's report to a span and a signal: who acts, in which run, below what. */
@NullMarked
package dev.pitwall.agent.observe;

import org.jspecify.annotations.NullMarked;
