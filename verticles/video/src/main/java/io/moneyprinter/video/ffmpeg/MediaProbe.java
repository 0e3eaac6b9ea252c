package io.moneyprinter.video.ffmpeg;

import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.video.MediaInfo;
import io.moneyprinter.platform.pools.Pool;
import io.moneyprinter.platform.pools.WorkerPools;
import io.moneyprinter.video.frames.StillImage;
import io.moneyprinter.video.safety.ContainerCheck;
import io.moneyprinter.video.safety.MediaLimits;
import io.vertx.core.Future;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Finds out what a file really is: by its content, and by decoding its beginning and its end. */
public final class MediaProbe {
  private static final int PREVIEW = 256;

  /** For a look; what it computes meanwhile has a limit of its own. */
  static final Duration CLOCK = Duration.ofSeconds(25);

  private final Ffmpeg ffmpeg;
  private final WorkerPools pools;
  private final MediaLimits limits;
  private final ContainerCheck containers;
  private final LengthMeasure length;
  private final TrialDecode trial;

  public MediaProbe(Ffmpeg ffmpeg, WorkerPools pools, MediaLimits limits) {
    this.ffmpeg = ffmpeg;
    this.pools = pools;
    this.limits = limits;
    this.length = new LengthMeasure(ffmpeg, limits);
    this.trial = new TrialDecode(ffmpeg, limits);
    this.containers = new ContainerCheck(limits);
  }

  /**
   * Looks at a file: first at its structure, in this JVM; then with a confined FFmpeg.
   *
   * @return what it is; {@code INVALID} when it is empty, cut off, damaged, beyond the limits, or
   *     no media at all
   */
  public Future<MediaInfo> probe(Blob blob, Path file) {
    return probe(blob.size(), file);
  }

  /**
   * The same for a file that is not in the store yet.
   *
   * @param size bytes it is known to have
   */
  Future<MediaInfo> probe(long size, Path file) {
    if (size == 0) {
      return FileFault.refuse("The file is empty (0 bytes): replace it with a picture or a clip");
    }
    List<String> line = new ArrayList<>(ProbeReport.OPTIONS);
    line.addAll(MediaInput.suspect(file, limits));
    return pools
        .run(
            Pool.MEDIA,
            () -> {
              containers.check(file, size);
              return line;
            })
        .compose(
            safe -> ffmpeg.run(FfmpegCommand.look("look into the file", safe).untrusting(CLOCK)))
        .map(output -> ProbeReport.read(output.text()))
        .recover(
            cause ->
                FileFault.blame(
                    cause,
                    "This is not a picture, clip or sound that can be read, whatever"
                        + " its name says: give a JPEG, PNG, MP4, MOV, WebM, MKV, MP3 or WAV"
                        + " file"))
        .compose(report -> decode(report, file));
  }

  private Future<MediaInfo> decode(ProbeReport report, Path file) {
    MediaInfo info = describe(report);
    if (info == null) {
      return FileFault.refuse("The file holds neither picture nor sound: give another one");
    }
    int streams = report.streams().size();
    if (still(info)) {
      containers.compare(streams, info.width(), info.height(), 0, true);
      return pools.run(Pool.MEDIA, () -> upright(info, file));
    }
    if (info.seconds() > 0) {
      return play(info, streams, file);
    }
    return length
        .of(file, info.kind() == MediaInfo.Kind.AUDIO)
        .compose(seconds -> play(lasting(info, seconds), streams, file));
  }

  private Future<MediaInfo> play(MediaInfo info, int streams, Path file) {
    containers.compare(streams, info.width(), info.height(), info.seconds(), false);
    return trial.decode(info, file).map(good -> info);
  }

  private static MediaInfo lasting(MediaInfo info, double seconds) {
    return new MediaInfo(
        info.kind(),
        info.width(),
        info.height(),
        seconds,
        info.fps(),
        info.codec(),
        info.audio(),
        info.hdr(),
        info.alpha());
  }

  /** A still is read by what will draw it, which also knows how the camera was held. */
  private static MediaInfo upright(MediaInfo info, Path file) {
    StillImage image = StillImage.read(file, "given", PREVIEW);
    boolean turned = image.width() > image.height() != info.width() > info.height();
    return turned
        ? new MediaInfo(info.kind(), info.height(), info.width(), 0, 0, info.codec(), false)
        : info;
  }

  private static boolean still(MediaInfo info) {
    return info.kind() == MediaInfo.Kind.STILL;
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
}
