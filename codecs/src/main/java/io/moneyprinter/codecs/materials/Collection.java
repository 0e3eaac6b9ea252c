package io.moneyprinter.codecs.materials;

import java.util.List;
import java.util.Objects;

/**
 * Materials that belong together.
 *
 * @param id decided by the content: importing an unchanged folder again gives the same id
 */
public record Collection(String id, String name, List<Item> items) {
  /** One file of a collection. */
  public record Item(String name, List<String> tags, Picture picture) {
    public Item {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(picture, "picture");
      tags = tags == null ? List.of() : List.copyOf(tags);
    }
  }

  public Collection {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(name, "name");
    items = items == null ? List.of() : List.copyOf(items);
  }
}
