/** LangChain4j's own MCP client. */
@NullMarked
package dev.pitwall.instrumentation.langchain4j.v1_0.mcp;

import org.jspecify.annotations.NullMarked;
