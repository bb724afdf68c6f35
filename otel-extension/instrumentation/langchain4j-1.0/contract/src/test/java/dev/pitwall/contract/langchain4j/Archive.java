package dev.pitwall.contract.langchain4j;

import dev.langchain4j.agent.tool.Tool;
import dev.pitwall.testing.application.Scene;

/** What the assistant may use. */
public final class Archive {

  private final Scene scene;

  Archive(Scene scene) {
    this.scene = scene;
  }

  @Tool
  public String search(String query) {
    return scene.tool("search", query);
  }
}
