package io.moneyprinter.video.ffmpeg;

import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.video.CutFootage;
import io.moneyprinter.platform.blobs.Blobs;
import io.moneyprinter.platform.blobs.StagedFile;
import io.moneyprinter.platform.pools.Pool;
import io.moneyprinter.platform.pools.WorkerPools;
import io.moneyprinter.video.safety.ContainerCheck;
import io.moneyprinter.video.safety.MediaLimits;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Makes whole files of the beginnings of others, without encoding anything. */
public final class FootageCutter {
  private static final Duration LIMIT = Duration.ofSeconds(50);

  private final Ffmpeg ffmpeg;
  private final Blobs blobs;
  private final WorkerPools pools;
  private final MediaLimits limits;
  private final ContainerCheck containers;

  public FootageCutter(Ffmpeg ffmpeg, Blobs blobs, WorkerPools pools, MediaLimits limits) {
    this.ffmpeg = ffmpeg;
    this.blobs = blobs;
    this.pools = pools;
    this.limits = limits;
    this.containers = new ContainerCheck(limits);
  }

  /**
   * The clip's beginning as MP4. It is shorter than asked for when the head holds less; it has to
   * be looked at like any file from outside. {@code INVALID} when nothing can be made of it.
   */
  public Future<Blob> cut(CutFootage wish) {
    StagedFile target = blobs.stage(".mp4");
    List<String> line = new ArrayList<>(List.of("-loglevel", "error"));
    line.addAll(MediaInput.suspect(blobs.path(wish.head()), limits));
    line.addAll(List.of("-t", String.format(Locale.ROOT, "%.3f", wish.seconds())));
    line.addAll(List.of("-map", "0:V:0", "-map", "0:a:0?", "-c", "copy", "-map_metadata", "-1"));
    line.addAll(List.of("-movflags", "+faststart", "-f", "mp4", target.path().toString()));
    return blobs
        .local(wish.head())
        .compose(
            head ->
                pools.run(
                    Pool.MEDIA,
                    () -> {
                      containers.checkHead(head, wish.head().size());
                      return line;
                    }))
        .compose(
            safe ->
                ffmpeg.run(FfmpegCommand.convert("cut the clip", LIMIT, safe).untrusting(LIMIT)))
        .recover(
            cause -> FileFault.blame(cause, "Nothing can be made of the beginning of this clip"))
        .compose(cut -> blobs.commit(target, "video/mp4", "materials"))
        .onFailure(cause -> blobs.discard(target));
  }
}
