package io.moneyprinter.video.ffmpeg;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.video.MediaInfo;
import io.moneyprinter.platform.pools.Pool;
import io.moneyprinter.platform.pools.WorkerPools;
import io.moneyprinter.video.frames.StillImage;
import io.vertx.core.Future;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Finds out what a file really is: by its content, and by decoding its beginning and its end. */
public final class MediaProbe {
  private static final int LARGEST_SIDE = 16_384;
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private static final int PREVIEW = 256;

  private final Ffmpeg ffmpeg;
  private final WorkerPools pools;

  public MediaProbe(Ffmpeg ffmpeg, WorkerPools pools) {
    this.ffmpeg = ffmpeg;
    this.pools = pools;
  }

  /**
   * Looks at a file.
   *
   * @return what it is; {@code INVALID} when it is empty, cut off, damaged, or no media at all
   */
  public Future<MediaInfo> probe(Blob blob, Path file) {
    if (blob.size() == 0) {
      return refuse("The file is empty (0 bytes): replace it with a picture or a clip");
    }
    List<String> line = new ArrayList<>(ProbeReport.OPTIONS);
    line.addAll(MediaInput.open(file));
    return ffmpeg
        .run(FfmpegCommand.look("read the file", line))
        .map(output -> ProbeReport.read(output.text()))
        .recover(
            cause ->
                blame(
                    cause,
                    "This is not a picture, clip or sound that can be read, whatever"
                        + " its name says"))
        .compose(report -> decode(report, file));
  }

  private Future<MediaInfo> decode(ProbeReport report, Path file) {
    MediaInfo info = describe(report);
    if (info == null) {
      return refuse("The file holds neither picture nor sound");
    }
    if (info.width() > LARGEST_SIDE || info.height() > LARGEST_SIDE) {
      return refuse("The picture is larger than " + LARGEST_SIDE + " pixels: make it smaller");
    }
    if (info.kind() == MediaInfo.Kind.STILL) {
      return pools.run(Pool.MEDIA, () -> upright(info, file));
    }
    return decode(file, info, 0)
        .recover(cause -> blame(cause, "The file is damaged: its beginning cannot be decoded"))
        .compose(
            start ->
                info.seconds() > 1
                    ? decode(file, info, info.seconds() - Math.min(1.0, info.seconds() / 4))
                        .recover(cause -> blame(cause, "The file is cut off: its end is missing"))
                    : Future.succeededFuture())
        .map(good -> info);
  }

  /** A still is read by what will draw it, which also knows how the camera was held. */
  private static MediaInfo upright(MediaInfo info, Path file) {
    StillImage image = StillImage.read(file, "given", PREVIEW);
    boolean turned = image.width() > image.height() != info.width() > info.height();
    return turned
        ? new MediaInfo(info.kind(), info.height(), info.width(), 0, 0, info.codec(), false)
        : info;
  }

  /** Decodes a few frames; nothing to decode is a failure too. */
  private Future<Void> decode(Path file, MediaInfo info, double from) {
    List<String> line = new ArrayList<>(List.of("-loglevel", "error", "-xerror"));
    if (from > 0) {
      line.addAll(List.of("-ss", Double.toString(from)));
    }
    line.addAll(MediaInput.open(file));
    boolean sound = info.kind() == MediaInfo.Kind.AUDIO;
    line.addAll(List.of("-map", sound ? "0:a:0" : "0:V:0", "-t", "1"));
    line.addAll(List.of(sound ? "-frames:a" : "-frames:v", "3", "-f", "framecrc", "-"));
    return ffmpeg
        .run(FfmpegCommand.convert("decode the file", LIMIT, line))
        .compose(
            output ->
                output.text().lines().anyMatch(crc -> !crc.startsWith("#"))
                    ? Future.succeededFuture()
                    : refuse("No frame comes out of the file"));
  }

  private static MediaInfo describe(ProbeReport report) {
    boolean sound = report.sound().isPresent();
    if (report.picture().isEmpty()) {
      return report
          .sound()
          .map(
              s ->
                  new MediaInfo(MediaInfo.Kind.AUDIO, 0, 0, seconds(report, s), 0, s.codec(), true))
          .orElse(null);
    }
    ProbeReport.Stream picture = report.picture().get();
    int width = (int) Math.round(picture.width() * picture.pixelAspect());
    int height = picture.height();
    int shownWidth = picture.turned() ? height : width;
    int shownHeight = picture.turned() ? width : height;
    if (report.format().still(seconds(report, picture))) {
      return new MediaInfo(
          MediaInfo.Kind.STILL, shownWidth, shownHeight, 0, 0, picture.codec(), false);
    }
    return new MediaInfo(
        MediaInfo.Kind.VIDEO,
        shownWidth,
        shownHeight,
        seconds(report, picture),
        picture.fps(),
        picture.codec(),
        sound,
        picture.hdr(),
        picture.alpha());
  }

  private static double seconds(ProbeReport report, ProbeReport.Stream stream) {
    String text = stream.duration() != null ? stream.duration() : report.format().duration();
    return text == null ? 0 : Double.parseDouble(text);
  }

  /** What the file causes is the file's fault; what the machine causes is passed on. */
  private static <T> Future<T> blame(Throwable cause, String sentence) {
    if (cause instanceof ServiceFailure failure
        && failure.code() != FailureCode.INTERNAL
        && failure.code() != FailureCode.INVALID) {
      return Future.failedFuture(cause);
    }
    return refuse(sentence);
  }

  private static <T> Future<T> refuse(String sentence) {
    return Future.failedFuture(ServiceFailure.invalid("/blob", sentence));
  }
}
