package io.moneyprinter.codecs.materials;

import java.util.Objects;

/** Asks which videos an asset was chosen for. */
public record ListUses(String asset) {
  public ListUses {
    Objects.requireNonNull(asset, "asset");
  }
}
