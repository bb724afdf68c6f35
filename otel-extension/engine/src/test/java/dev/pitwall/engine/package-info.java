@NullMarked
package dev.pitwall.engine;

import org.jspecify.annotations.NullMarked;
