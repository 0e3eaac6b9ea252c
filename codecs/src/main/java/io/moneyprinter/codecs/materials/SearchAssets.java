package io.moneyprinter.codecs.materials;

import io.moneyprinter.codecs.video.MediaInfo;
import java.util.List;

/**
 * Looks through the caller's library. Every part is optional; those given have to hold together.
 *
 * @param text words in any order, the best match first; {@code null} for all, the newest first
 * @param minSeconds least length; stills have none
 * @param maxSeconds greatest length
 * @param tags all of which it has
 * @param collection id
 * @param deleted {@code true} for those that were deleted, instead of the others
 * @param limit 1 to 100
 * @param cursor from the page before; {@code null} for the first page
 */
public record SearchAssets(
    String text,
    MediaInfo.Kind kind,
    Asset.Orientation orientation,
    Double minSeconds,
    Double maxSeconds,
    List<String> tags,
    String collection,
    Boolean deleted,
    int limit,
    String cursor) {
  public static final int MOST = 100;

  public SearchAssets {
    tags = tags == null ? List.of() : List.copyOf(tags);
    if (limit < 1 || limit > MOST) {
      throw new IllegalArgumentException("A page holds 1 to " + MOST + " assets, not " + limit);
    }
  }
}
