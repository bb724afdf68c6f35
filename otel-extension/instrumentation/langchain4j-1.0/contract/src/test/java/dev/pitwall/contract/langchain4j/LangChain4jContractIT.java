package dev.pitwall.contract.langchain4j;

import dev.pitwall.testing.FrameworkContract;

/** LangChain4j and its agentic module, at every version that the build names. */
class LangChain4jContractIT extends FrameworkContract {

  LangChain4jContractIT() {
    super(LangChain4j.class);
  }
}
