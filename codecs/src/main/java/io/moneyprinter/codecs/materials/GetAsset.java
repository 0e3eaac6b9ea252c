package io.moneyprinter.codecs.materials;

import java.util.Objects;

/** Asks for an asset, deleted ones too. */
public record GetAsset(String id) {
  public GetAsset {
    Objects.requireNonNull(id, "id");
  }
}
