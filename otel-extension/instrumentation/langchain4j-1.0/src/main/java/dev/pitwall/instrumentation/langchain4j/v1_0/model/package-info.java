/** What all of LangChain4j's kinds of models have in common. */
@NullMarked
package dev.pitwall.instrumentation.langchain4j.v1_0.model;

import org.jspecify.annotations.NullMarked;
