/** LangChain4j's models and guardrails. */
@NullMarked
package dev.pitwall.instrumentation.langchain4j.v1_0.chat;

import org.jspecify.annotations.NullMarked;
