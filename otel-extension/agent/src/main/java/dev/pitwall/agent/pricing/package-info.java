/**
 * What a model call costs and how much a model reads, from a table that the operator may extend.
 */
@NullMarked
package dev.pitwall.agent.pricing;

import org.jspecify.annotations.NullMarked;
