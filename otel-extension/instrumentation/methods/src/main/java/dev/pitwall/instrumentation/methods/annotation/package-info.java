/** Methods that the application annotates. */
@NullMarked
package dev.pitwall.instrumentation.methods.annotation;

import org.jspecify.annotations.NullMarked;
