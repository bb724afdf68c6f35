@NullMarked
package dev.pitwall.sample.inbox;

import org.jspecify.annotations.NullMarked;
