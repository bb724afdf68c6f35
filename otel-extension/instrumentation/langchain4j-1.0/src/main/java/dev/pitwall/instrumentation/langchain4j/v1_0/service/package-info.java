/** LangChain4j's AI services and their tools. Names only what every version from 1.0 on has. */
@NullMarked
package dev.pitwall.instrumentation.langchain4j.v1_0.service;

import org.jspecify.annotations.NullMarked;
