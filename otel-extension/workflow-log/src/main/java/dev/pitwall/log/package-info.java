/**
 * The workflow log: each signal and finding that belongs into it as an {@link
 * dev.pitwall.log.Entry}, and entries back into signals. One place knows which attribute carries
 * what, so what is written can be read.
 */
@NullMarked
package dev.pitwall.log;

import org.jspecify.annotations.NullMarked;
