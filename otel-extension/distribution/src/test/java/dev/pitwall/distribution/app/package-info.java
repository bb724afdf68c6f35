/** Applications that know nothing of us. */
@NullMarked
package dev.pitwall.distribution.app;

import org.jspecify.annotations.NullMarked;
