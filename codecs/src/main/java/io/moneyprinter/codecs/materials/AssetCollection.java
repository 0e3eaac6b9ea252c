package io.moneyprinter.codecs.materials;

import java.time.Instant;
import java.util.Objects;

/**
 * Assets that somebody put together.
 *
 * @param size how many assets are in it, without deleted ones
 */
public record AssetCollection(String id, String name, int size, Instant createdAt) {
  public AssetCollection {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(name, "name");
  }
}
