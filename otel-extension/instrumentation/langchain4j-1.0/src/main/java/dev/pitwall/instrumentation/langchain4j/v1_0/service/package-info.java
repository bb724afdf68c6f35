/** LangChain4j's AI services and their tools. */
@NullMarked
package dev.pitwall.instrumentation.langchain4j.v1_0.service;

import org.jspecify.annotations.NullMarked;
