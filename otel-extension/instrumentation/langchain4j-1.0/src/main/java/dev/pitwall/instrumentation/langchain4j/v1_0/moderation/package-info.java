/** LangChain4j's moderation models, and what AI services make of their verdicts. */
@NullMarked
package dev.pitwall.instrumentation.langchain4j.v1_0.moderation;

import org.jspecify.annotations.NullMarked;
