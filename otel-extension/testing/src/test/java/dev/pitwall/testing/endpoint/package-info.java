@NullMarked
package dev.pitwall.testing.endpoint;

import org.jspecify.annotations.NullMarked;
