package dev.pitwall.sample.endpoint;

/**
 * A checked request.
 *
 * @param conversation what decides the answer
 * @param stream whether the answer is sent as server-sent events
 * @param includeUsage whether a stream ends with the token usage
 */
record ChatRequest(Conversation conversation, boolean stream, boolean includeUsage) {}
