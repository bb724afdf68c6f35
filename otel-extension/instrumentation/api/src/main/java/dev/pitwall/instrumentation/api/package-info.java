/** Pitwall's own API: what applications call does nothing until this gives it behaviour. */
@NullMarked
package dev.pitwall.instrumentation.api;

import org.jspecify.annotations.NullMarked;
