/** Methods that the operator's file maps. */
@NullMarked
package dev.pitwall.instrumentation.methods.file;

import org.jspecify.annotations.NullMarked;
