/** A model on loopback that answers as recorded, in the OpenAI protocol. */
@NullMarked
package dev.pitwall.testing.endpoint;

import org.jspecify.annotations.NullMarked;
