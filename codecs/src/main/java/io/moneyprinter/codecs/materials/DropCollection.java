package io.moneyprinter.codecs.materials;

import java.util.Objects;

/** Takes a collection apart; what was in it stays in the library. */
public record DropCollection(String id) {
  public DropCollection {
    Objects.requireNonNull(id, "id");
  }
}
