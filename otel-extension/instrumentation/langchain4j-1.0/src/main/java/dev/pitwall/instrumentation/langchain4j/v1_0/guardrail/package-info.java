/** LangChain4j's guardrails, which came with 1.1. */
@NullMarked
package dev.pitwall.instrumentation.langchain4j.v1_0.guardrail;

import org.jspecify.annotations.NullMarked;
