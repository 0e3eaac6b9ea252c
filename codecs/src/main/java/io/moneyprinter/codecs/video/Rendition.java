package io.moneyprinter.codecs.video;

import io.moneyprinter.codecs.storage.Blob;
import java.util.Objects;

/**
 * A finished video and the files beside it.
 *
 * @param video MP4, fast start
 * @param poster JPEG
 * @param srt SubRip captions
 * @param vtt WebVTT captions
 * @param ass Advanced SubStation Alpha captions, styled; {@code null} in a rendition made before
 *     there were any
 * @param seconds length
 * @param loudness integrated, LUFS
 */
public record Rendition(
    Blob video,
    Blob poster,
    Blob srt,
    Blob vtt,
    Blob ass,
    Canvas canvas,
    int frames,
    double seconds,
    double loudness) {
  public Rendition {
    Objects.requireNonNull(video, "video");
    Objects.requireNonNull(poster, "poster");
    Objects.requireNonNull(srt, "srt");
    Objects.requireNonNull(vtt, "vtt");
    Objects.requireNonNull(canvas, "canvas");
  }
}
