/** LangChain4j's agentic module: workflows, their members and what passes between them. */
@NullMarked
package dev.pitwall.instrumentation.langchain4j.v1_0.agentic;

import org.jspecify.annotations.NullMarked;
