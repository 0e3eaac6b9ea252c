package io.moneyprinter.codecs.materials;

import io.moneyprinter.codecs.video.MediaInfo;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A picture, clip or sound in a tenant's library.
 *
 * @param versions newest first; never empty
 * @param collections ids of the collections it is in
 * @param deletedAt {@code null} unless it was deleted; it can be restored until it is purged
 * @param licence on what terms it may be used, as its owner says; {@code null} when not said
 * @param uses in how many videos it is shown; {@code null} from an older node
 */
public record Asset(
    String id,
    String title,
    String description,
    List<String> tags,
    List<AssetVersion> versions,
    List<String> collections,
    Instant createdAt,
    Instant updatedAt,
    Instant deletedAt,
    String licence,
    Integer uses) {
  /** Which way a picture stands. */
  public enum Orientation {
    PORTRAIT,
    LANDSCAPE,
    SQUARE;

    /** {@code null} for a sound. */
    public static Orientation of(MediaInfo info) {
      if (info.kind() == MediaInfo.Kind.AUDIO) {
        return null;
      }
      int more = Integer.compare(info.width(), info.height());
      return more == 0 ? SQUARE : more > 0 ? LANDSCAPE : PORTRAIT;
    }
  }

  public Asset {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(title, "title");
    tags = tags == null ? List.of() : List.copyOf(tags);
    versions = List.copyOf(versions);
    collections = collections == null ? List.of() : List.copyOf(collections);
  }

  /** The newest version. */
  public AssetVersion current() {
    return versions.get(0);
  }
}
