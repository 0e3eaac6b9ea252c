package io.moneyprinter.video.assembly;

import io.moneyprinter.codecs.video.Canvas;
import io.moneyprinter.platform.node.DataFolder;
import io.moneyprinter.platform.pools.Pool;
import io.moneyprinter.platform.pools.WorkerPools;
import io.moneyprinter.platform.tasks.TaskContext;
import io.moneyprinter.video.ffmpeg.Ffmpeg;
import io.moneyprinter.video.ffmpeg.FfmpegCommand;
import io.moneyprinter.video.ffmpeg.MediaInput;
import io.vertx.core.Future;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes an endlessly repeated GIF of a video. The best 256 colours are looked for in one pass and
 * used in a second: in one pass alone, all pictures would have to be held in memory.
 */
final class GifWriter {
  /** More would hardly be shown: times are kept in hundredths of a second. */
  static final int HIGHEST_RATE = 15;

  /** Of the longer side, in pixels: GIFs grow large without it. */
  static final int LONGEST_SIDE = 540;

  private static final Duration LIMIT = Duration.ofMinutes(4);

  private final Ffmpeg ffmpeg;
  private final WorkerPools pools;
  private final DataFolder data;

  GifWriter(Ffmpeg ffmpeg, WorkerPools pools, DataFolder data) {
    this.ffmpeg = ffmpeg;
    this.pools = pools;
    this.data = data;
  }

  /** Writes the GIF of a video. */
  Future<Void> write(Path video, Canvas canvas, Path target, TaskContext task) {
    return pools
        .run(Pool.MEDIA, () -> data.scratch("gif"))
        .compose(
            folder ->
                write(video, frames(canvas), folder.resolve("palette.png"), target, task)
                    .eventually(
                        () ->
                            pools.run(
                                Pool.MEDIA,
                                () -> {
                                  DataFolder.delete(folder);
                                  return null;
                                })));
  }

  private Future<Void> write(
      Path video, String frames, Path palette, Path target, TaskContext task) {
    List<String> find = new ArrayList<>(List.of("-loglevel", "error"));
    find.addAll(MediaInput.open(video));
    find.addAll(List.of("-map", "0:v:0", "-vf", frames + ",palettegen=stats_mode=full"));
    find.addAll(List.of("-frames:v", "1", "-update", "1", "-f", "image2", palette.toString()));

    List<String> use = new ArrayList<>(List.of("-loglevel", "error"));
    use.addAll(MediaInput.open(video));
    use.addAll(MediaInput.open(palette));
    use.addAll(
        List.of(
            "-filter_complex",
            "[0:v:0]"
                + frames
                + "[small];[small][1:v]paletteuse=dither=bayer:bayer_scale=4:diff_mode=rectangle"));
    use.addAll(List.of("-loop", "0", "-fflags", "+bitexact", "-f", "gif", target.toString()));
    return ffmpeg
        .run(FfmpegCommand.convert("find the colours of the GIF", LIMIT, find), task)
        .compose(found -> ffmpeg.run(FfmpegCommand.convert("write the GIF", LIMIT, use), task))
        .mapEmpty();
  }

  private static String frames(Canvas canvas) {
    int longer = Math.max(canvas.width(), canvas.height());
    double scale = Math.min(1, LONGEST_SIDE / (double) longer);
    return "fps=%d,scale=%d:%d:flags=lanczos"
        .formatted(
            Math.min(HIGHEST_RATE, canvas.fps()),
            Math.round(canvas.width() * scale),
            Math.round(canvas.height() * scale));
  }
}
