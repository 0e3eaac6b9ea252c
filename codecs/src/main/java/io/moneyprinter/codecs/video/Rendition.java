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
 * @param seconds length
 * @param loudness integrated, LUFS
 */
public record Rendition(
    Blob video,
    Blob poster,
    Blob srt,
    Blob vtt,
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
