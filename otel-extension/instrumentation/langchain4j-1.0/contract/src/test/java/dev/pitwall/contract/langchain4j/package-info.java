/** LangChain4j against the contract. */
@NullMarked
package dev.pitwall.contract.langchain4j;

import org.jspecify.annotations.NullMarked;
