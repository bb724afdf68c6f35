@NullMarked
package dev.pitwall.agent;

import org.jspecify.annotations.NullMarked;
