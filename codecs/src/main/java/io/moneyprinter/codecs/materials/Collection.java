package io.moneyprinter.codecs.materials;

import io.moneyprinter.codecs.storage.Blob;
import java.util.List;
import java.util.Objects;

/**
 * Materials that belong together.
 *
 * @param id decided by the content: importing an unchanged folder again gives the same id
 */
public record Collection(String id, String name, List<Item> items) {
  /**
   * One file of a collection.
   *
   * @param picture {@code null} when it is something else
   * @param other a sound or a colour look-up table; {@code null} when it is a picture
   * @param seconds length of a sound; {@code null} for anything else
   */
  public record Item(String name, List<String> tags, Picture picture, Blob other, Double seconds) {
    public Item {
      Objects.requireNonNull(name, "name");
      tags = tags == null ? List.of() : List.copyOf(tags);
      if (picture == null && other == null) {
        throw new IllegalArgumentException("An item is a picture or another file: " + name);
      }
    }

    /** A picture. */
    public Item(String name, List<String> tags, Picture picture) {
      this(name, tags, picture, null, null);
    }
  }

  public Collection {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(name, "name");
    items = items == null ? List.of() : List.copyOf(items);
  }
}
