/**
 * What "supported" means: recorded conversations that every framework plays in the real agent, and
 * what must be seen of each. See the README of this module.
 */
@NullMarked
package dev.pitwall.testing;

import org.jspecify.annotations.NullMarked;
