package io.moneyprinter.video.assembly;

import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.storage.StorageClass;
import io.moneyprinter.codecs.video.PreviewVideo;
import io.moneyprinter.platform.blobs.Blobs;
import io.moneyprinter.platform.blobs.StagedFile;
import io.moneyprinter.platform.digest.Sha256;
import io.moneyprinter.platform.tasks.TaskContext;
import io.moneyprinter.video.ffmpeg.Ffmpeg;
import io.moneyprinter.video.ffmpeg.FfmpegCommand;
import io.moneyprinter.video.ffmpeg.MediaInput;
import io.moneyprinter.video.ffmpeg.Unwatched;
import io.vertx.core.Future;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A few small pictures of a video side by side. Only key frames are decoded, a tenth of a second's
 * work. It is made with the video; of one that has none, or has it no longer, when somebody asks.
 */
public final class PreviewStrip {
  private static final Logger LOG = LoggerFactory.getLogger(PreviewStrip.class);

  /** Raise when the same video gives another strip. */
  private static final int FORM = 1;

  /** Pixels of a picture's longer side. */
  private static final int LONGER_SIDE = 320;

  private static final Duration LIMIT = Duration.ofSeconds(40);
  private static final String GIF = "image/gif";

  private final Ffmpeg ffmpeg;
  private final Blobs blobs;

  public PreviewStrip(Ffmpeg ffmpeg, Blobs blobs) {
    this.ffmpeg = ffmpeg;
    this.blobs = blobs;
  }

  /** Answers {@link io.moneyprinter.codecs.video.VideoMessages#PREVIEW_VIDEO}. */
  public Future<Blob> of(PreviewVideo wish) {
    return blobs
        .recall(key(wish.video()))
        .compose(
            known ->
                known
                    .map(Future::succeededFuture)
                    .orElseGet(
                        () ->
                            blobs
                                .local(wish.video())
                                .compose(file -> draw(file, wish, Unwatched.TASK))
                                .compose(strip -> keep(strip, wish.video()))));
  }

  /**
   * Draws the strip of a video that is just being made; empty where that fails, which is told in
   * the log alone: no video is lost for it.
   */
  Future<Optional<StagedFile>> ahead(Path file, double seconds, TaskContext task) {
    return draw(file, seconds, true, task)
        .map(Optional::of)
        .recover(
            cause -> {
              LOG.warn("A video gets its preview later: {}", cause.getMessage());
              return Future.succeededFuture(Optional.empty());
            });
  }

  private Future<StagedFile> draw(Path file, PreviewVideo wish, TaskContext task) {
    return draw(file, wish.seconds(), !wish.video().mediaType().equals(GIF), task);
  }

  /**
   * @param keyed whether the file has key frames all along: a GIF has but its first
   */
  private Future<StagedFile> draw(Path file, double seconds, boolean keyed, TaskContext task) {
    StagedFile target = blobs.stage(".jpg");
    List<String> line = new ArrayList<>(List.of("-loglevel", "error"));
    if (keyed) {
      line.addAll(List.of("-skip_frame", "nokey"));
    }
    line.addAll(MediaInput.open(file));
    line.addAll(List.of("-map", "0:v:0", "-vf", graph(seconds), "-frames:v", "1", "-q:v", "5"));
    line.addAll(List.of("-f", "mjpeg", target.path().toString()));
    return ffmpeg
        .run(FfmpegCommand.convert("draw the preview", LIMIT, line), task)
        .map(target)
        .onFailure(cause -> blobs.discard(target));
  }

  /** The last key frame stands until the end, and is there for every moment after it. */
  private static String graph(double seconds) {
    int count = PreviewVideo.PICTURES;
    return String.format(
        Locale.ROOT,
        "tpad=stop_mode=clone:stop_duration=%.6f,"
            + "fps=fps=%.6f:start_time=0:round=up,trim=end_frame=%d,"
            + "scale=w='if(gt(iw,ih),%d,-2)':h='if(gt(iw,ih),-2,%d)'"
            + ":in_range=tv:out_range=pc:out_color_matrix=bt601,setsar=1,tile=%dx1",
        seconds + 2,
        count / seconds,
        count,
        LONGER_SIDE,
        LONGER_SIDE,
        count);
  }

  /** Stores it as the strip of that video. */
  Future<Blob> keep(StagedFile strip, Blob video) {
    return blobs
        .commit(strip, "image/jpeg", "video", StorageClass.TEMPORARY)
        .onFailure(cause -> blobs.discard(strip))
        .compose(blob -> blobs.remember(key(video), blob));
  }

  private static String key(Blob video) {
    return Sha256.hex("preview-strip " + FORM + " " + video.key());
  }
}
