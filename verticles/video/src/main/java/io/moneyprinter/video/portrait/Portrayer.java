package io.moneyprinter.video.portrait;

import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.storage.StorageClass;
import io.moneyprinter.codecs.video.Encoding;
import io.moneyprinter.codecs.video.MediaPortrait;
import io.moneyprinter.codecs.video.OutputBrief;
import io.moneyprinter.codecs.video.PortrayMedia;
import io.moneyprinter.codecs.video.VideoCodec;
import io.moneyprinter.platform.blobs.Blobs;
import io.moneyprinter.platform.blobs.StagedFile;
import io.moneyprinter.platform.pools.Pool;
import io.moneyprinter.platform.pools.WorkerPools;
import io.moneyprinter.video.ffmpeg.EncoderChoice;
import io.moneyprinter.video.ffmpeg.Ffmpeg;
import io.moneyprinter.video.ffmpeg.FfmpegCommand;
import io.moneyprinter.video.ffmpeg.MediaInput;
import io.moneyprinter.video.ffmpeg.VideoEncoder;
import io.moneyprinter.video.frames.StillImage;
import io.vertx.core.Future;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Makes the small picture, and of a clip the short preview, by which people know a file again. */
public final class Portrayer {
  private static final Duration LIMIT = Duration.ofSeconds(25);
  private static final double PREVIEW_SECONDS = 4;
  private static final int PREVIEW_SIDE = 360;
  private static final int PREVIEW_RATE = 15;

  /** Where in a clip the picture is taken: after a fade in. */
  private static final double MOMENT = 0.2;

  private static final Encoding PREVIEW =
      new Encoding(VideoCodec.H264, OutputBrief.Quality.STANDARD);

  private final Ffmpeg ffmpeg;
  private final EncoderChoice encoders;
  private final Blobs blobs;
  private final WorkerPools pools;

  public Portrayer(Ffmpeg ffmpeg, EncoderChoice encoders, Blobs blobs, WorkerPools pools) {
    this.ffmpeg = ffmpeg;
    this.encoders = encoders;
    this.blobs = blobs;
    this.pools = pools;
  }

  /** Answers {@link io.moneyprinter.codecs.video.VideoMessages#PORTRAY}. */
  public Future<MediaPortrait> portray(PortrayMedia wish) {
    return blobs.local(wish.blob()).compose(file -> portray(wish, file));
  }

  private Future<MediaPortrait> portray(PortrayMedia wish, Path file) {
    return switch (wish.info().kind()) {
      case STILL -> still(file).compose(small -> portrait(small, null));
      case VIDEO ->
          frame(file, wish.info().seconds())
              .compose(small -> preview(file).compose(moving -> portrait(small, moving)));
      case AUDIO -> Future.succeededFuture(new MediaPortrait(null, null, null, null));
    };
  }

  Future<Thumbnail> still(Path file) {
    return pools.run(
        Pool.MEDIA, () -> Thumbnail.of(StillImage.read(file, "given", Thumbnail.LONGEST_SIDE)));
  }

  /** The picture of a clip by which it is known again. */
  Future<Thumbnail> frame(Path file, double seconds) {
    StagedFile frame = blobs.stage(".png");
    List<String> line = new ArrayList<>(List.of("-loglevel", "error"));
    line.addAll(List.of("-ss", String.format(Locale.ROOT, "%.3f", seconds * MOMENT)));
    line.addAll(MediaInput.open(file));
    line.addAll(List.of("-map", "0:V:0", "-frames:v", "1", "-vf", fitted(Thumbnail.LONGEST_SIDE)));
    line.addAll(List.of("-update", "1", "-f", "image2", "-c:v", "png", frame.path().toString()));
    return ffmpeg
        .run(FfmpegCommand.convert("take a thumbnail", LIMIT, line))
        .compose(taken -> still(frame.path()))
        .onComplete(any -> blobs.discard(frame));
  }

  private Future<Blob> preview(Path file) {
    VideoEncoder encoder = encoders.instead(PREVIEW).orElseGet(() -> encoders.planned(PREVIEW));
    StagedFile target = blobs.stage(".mp4");
    List<String> line = new ArrayList<>(List.of("-loglevel", "error"));
    line.addAll(List.of("-t", Double.toString(PREVIEW_SECONDS)));
    line.addAll(MediaInput.open(file));
    String filters = fitted(PREVIEW_SIDE) + ",fps=" + PREVIEW_RATE + "," + encoder.pixels();
    line.addAll(List.of("-map", "0:V:0", "-an", "-sn", "-vf", filters));
    line.addAll(encoder.arguments(PREVIEW_RATE, 1));
    line.addAll(List.of("-movflags", "+faststart", "-f", "mp4", target.path().toString()));
    return ffmpeg
        .run(FfmpegCommand.convert("make a preview", LIMIT, line))
        .compose(made -> blobs.commit(target, "video/mp4", "video", StorageClass.MATERIALS))
        .onFailure(cause -> blobs.discard(target));
  }

  /** Square pixels, even sides, never larger than it was. */
  private static String fitted(int side) {
    return ("scale=w='trunc(iw*sar/2)*2':h=ih,setsar=1,"
            + "scale=w='min(%1$d,iw)':h='min(%1$d,ih)':force_original_aspect_ratio=decrease"
            + ":force_divisible_by=2")
        .formatted(side);
  }

  private Future<MediaPortrait> portrait(Thumbnail small, Blob preview) {
    StagedFile target = blobs.stage(".jpg");
    return pools
        .run(
            Pool.MEDIA,
            () -> {
              small.write(target.path());
              return null;
            })
        .compose(written -> blobs.commit(target, "image/jpeg", "video", StorageClass.MATERIALS))
        .map(blob -> new MediaPortrait(blob, preview, small.color(), small.hash()))
        .onFailure(cause -> blobs.discard(target));
  }
}
