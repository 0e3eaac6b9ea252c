package io.moneyprinter.codecs.materials;

import java.util.List;
import java.util.Objects;

/**
 * Changes what is said of an asset; what is {@code null} stays.
 *
 * @param licence on what terms it may be used; blank for nothing said
 */
public record EditAsset(
    String id, String title, String description, List<String> tags, String licence) {
  public EditAsset {
    Objects.requireNonNull(id, "id");
    tags = tags == null ? null : List.copyOf(tags);
  }
}
