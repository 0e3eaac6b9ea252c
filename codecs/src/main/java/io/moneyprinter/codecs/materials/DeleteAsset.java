package io.moneyprinter.codecs.materials;

import java.util.Objects;

/**
 * Deletes an asset, or takes that back.
 *
 * @param restore {@code true} to take it back
 */
public record DeleteAsset(String id, boolean restore) {
  public DeleteAsset {
    Objects.requireNonNull(id, "id");
  }
}
