/**
 * A model that costs nothing and always says the same: an HTTP endpoint that speaks the OpenAI chat
 * completions protocol and plays the parts of the publishing desk. Whatever it answers is decided
 * from the request and the seed alone; it keeps no state between requests.
 */
@NullMarked
package dev.pitwall.sample.endpoint;

import org.jspecify.annotations.NullMarked;
