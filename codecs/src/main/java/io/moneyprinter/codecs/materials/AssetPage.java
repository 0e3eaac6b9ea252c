package io.moneyprinter.codecs.materials;

import java.util.List;

/**
 * Assets that were found.
 *
 * @param cursor where the next page begins; {@code null} on the last
 */
public record AssetPage(List<Asset> assets, String cursor) {
  public AssetPage {
    assets = List.copyOf(assets);
  }
}
