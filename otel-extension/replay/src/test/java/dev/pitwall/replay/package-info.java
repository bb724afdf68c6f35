@NullMarked
package dev.pitwall.replay;

import org.jspecify.annotations.NullMarked;
