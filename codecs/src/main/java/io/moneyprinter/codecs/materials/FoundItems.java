package io.moneyprinter.codecs.materials;

import java.util.List;

/** The files that were asked for, in the order of the question. */
public record FoundItems(List<Collection.Item> items) {
  public FoundItems {
    items = List.copyOf(items);
  }
}
