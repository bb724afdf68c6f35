@NullMarked
package dev.pitwall.agent.jvm;

import org.jspecify.annotations.NullMarked;
