@NullMarked
package dev.pitwall.api;

import org.jspecify.annotations.NullMarked;
