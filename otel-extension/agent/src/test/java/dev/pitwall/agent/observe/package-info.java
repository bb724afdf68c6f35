@NullMarked
package dev.pitwall.agent.observe;

import org.jspecify.annotations.NullMarked;
