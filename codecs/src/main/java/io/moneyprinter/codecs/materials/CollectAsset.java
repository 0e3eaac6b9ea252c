package io.moneyprinter.codecs.materials;

import java.util.Objects;

/**
 * Puts an asset into a collection, or takes it out.
 *
 * @param member whether it is to be in it
 */
public record CollectAsset(String collection, String asset, boolean member) {
  public CollectAsset {
    Objects.requireNonNull(collection, "collection");
    Objects.requireNonNull(asset, "asset");
  }
}
