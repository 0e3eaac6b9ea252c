package io.moneyprinter.codecs.materials;

import java.util.List;

/** The caller's collections, by name. */
public record AssetCollections(List<AssetCollection> collections) {
  public AssetCollections {
    collections = List.copyOf(collections);
  }
}
