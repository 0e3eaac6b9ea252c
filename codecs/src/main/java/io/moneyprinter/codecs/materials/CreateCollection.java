package io.moneyprinter.codecs.materials;

import java.util.Objects;

/** Makes an empty collection. */
public record CreateCollection(String name) {
  public CreateCollection {
    Objects.requireNonNull(name, "name");
  }
}
