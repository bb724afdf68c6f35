/** LangChain4j's embedding models, content retrievers and embedding stores. */
@NullMarked
package dev.pitwall.instrumentation.langchain4j.v1_0.rag;

import org.jspecify.annotations.NullMarked;
