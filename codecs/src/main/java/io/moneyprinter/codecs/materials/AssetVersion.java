package io.moneyprinter.codecs.materials;

import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.video.MediaInfo;
import io.moneyprinter.codecs.video.MediaPortrait;
import java.time.Instant;
import java.util.Objects;

/**
 * One file of an asset.
 *
 * @param version 1 for the first
 * @param fileName what its sender called it
 * @param portrait how it looks; {@code null} for a sound
 */
public record AssetVersion(
    int version,
    String fileName,
    Blob blob,
    MediaInfo info,
    MediaPortrait portrait,
    Instant createdAt) {
  public AssetVersion {
    Objects.requireNonNull(blob, "blob");
    Objects.requireNonNull(info, "info");
  }
}
