package io.moneyprinter.codecs.video;

import io.moneyprinter.codecs.storage.Blob;
import java.util.List;
import java.util.Objects;

/**
 * A finished video and the files beside it.
 *
 * @param video in the form that the brief asks for
 * @param poster JPEG; {@code null} for sound alone
 * @param srt SubRip captions
 * @param vtt WebVTT captions
 * @param ass Advanced SubStation Alpha captions, styled; {@code null} in a rendition made before
 *     there were any
 * @param seconds length
 * @param loudness integrated, LUFS
 * @param name distinguishes its files; empty for the first rendition of a video
 * @param more further files, such as thumbnails
 * @param quality what was measured on it
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
    double loudness,
    String name,
    List<Publication.File> more,
    QualityReport quality) {
  public Rendition {
    Objects.requireNonNull(video, "video");
    Objects.requireNonNull(canvas, "canvas");
    name = name == null ? "" : name;
    more = more == null ? List.of() : List.copyOf(more);
    quality = quality == null ? new QualityReport(List.of()) : quality;
  }
}
