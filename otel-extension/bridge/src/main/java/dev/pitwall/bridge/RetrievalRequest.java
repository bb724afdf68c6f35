package dev.pitwall.bridge;

import org.jspecify.annotations.Nullable;

/**
 * A search for content in a data source.
 *
 * @param dataSource the source's own id, if it has one
 * @param topK how many results are wanted at most, if known
 */
public record RetrievalRequest(@Nullable String dataSource, @Nullable Integer topK) {

  public RetrievalRequest {
    dataSource = Names.ofNullable(dataSource);
  }
}
