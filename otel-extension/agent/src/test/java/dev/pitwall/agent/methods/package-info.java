@NullMarked
package dev.pitwall.agent.methods;

import org.jspecify.annotations.NullMarked;
