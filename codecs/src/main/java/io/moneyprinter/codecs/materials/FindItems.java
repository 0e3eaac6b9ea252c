package io.moneyprinter.codecs.materials;

import java.util.List;
import java.util.Objects;

/**
 * Asks for files of a collection by their names.
 *
 * @param collection its id
 */
public record FindItems(String collection, List<String> names) {
  public FindItems {
    Objects.requireNonNull(collection, "collection");
    names = List.copyOf(names);
  }
}
