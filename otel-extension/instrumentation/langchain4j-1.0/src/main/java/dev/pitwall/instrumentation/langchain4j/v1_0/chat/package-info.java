/** LangChain4j's chat models. Names only what every version from 1.0 on has. */
@NullMarked
package dev.pitwall.instrumentation.langchain4j.v1_0.chat;

import org.jspecify.annotations.NullMarked;
