@NullMarked
package dev.pitwall.instrumentation;

import org.jspecify.annotations.NullMarked;
