package io.moneyprinter.materials.search;

import java.util.Collection;

/**
 * An index while somebody uses it.
 *
 * @param release what is to be done when that is over
 */
public record OpenIndex(TextIndex index, Runnable release) implements AutoCloseable {
  /** One that is used once, for these entries. */
  public static OpenIndex alone(TextAnalysis analysis, Collection<SearchEntry> entries) {
    TextIndex index = new TextIndex(analysis);
    index.put(entries);
    return new OpenIndex(index, index::close);
  }

  @Override
  public void close() {
    release.run();
  }
}
