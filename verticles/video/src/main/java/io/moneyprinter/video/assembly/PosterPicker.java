package io.moneyprinter.video.assembly;

import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.storage.StorageClass;
import io.moneyprinter.codecs.video.Clip;
import io.moneyprinter.codecs.video.Timeline;
import io.moneyprinter.platform.blobs.Blobs;
import io.moneyprinter.platform.blobs.StagedFile;
import io.moneyprinter.platform.pools.Pool;
import io.moneyprinter.platform.pools.WorkerPools;
import io.moneyprinter.platform.tasks.TaskContext;
import io.moneyprinter.video.ffmpeg.Ffmpeg;
import io.moneyprinter.video.ffmpeg.FfmpegCommand;
import io.moneyprinter.video.ffmpeg.MediaInput;
import io.vertx.core.Future;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** Takes a telling frame: well inside a scene, no blend, and not next to black. */
final class PosterPicker {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  /** Mean brightness, 0 to 255, below which a frame is passed over. */
  private static final double DARK = 18;

  private final Ffmpeg ffmpeg;
  private final Blobs blobs;
  private final WorkerPools pools;

  PosterPicker(Ffmpeg ffmpeg, Blobs blobs, WorkerPools pools) {
    this.ffmpeg = ffmpeg;
    this.blobs = blobs;
    this.pools = pools;
  }

  /** A JPEG of the video. */
  Future<Blob> pick(Path video, Timeline timeline, TaskContext task) {
    List<Double> moments =
        timeline.clips().stream()
            .limit(3)
            .flatMap(clip -> Stream.of(moment(clip, timeline, 0.4), moment(clip, timeline, 0.7)))
            .toList();
    return pick(video, moments, task);
  }

  private static double moment(Clip clip, Timeline timeline, double share) {
    int alone = clip.frames() - clip.lead();
    return timeline.canvas().secondsOf(clip.start() + clip.lead() + (int) (alone * share));
  }

  private Future<Blob> pick(Path video, List<Double> moments, TaskContext task) {
    StagedFile target = blobs.stage(".jpg");
    List<String> line = new ArrayList<>(List.of("-loglevel", "error"));
    line.addAll(List.of("-ss", String.format(Locale.ROOT, "%.4f", moments.get(0))));
    line.addAll(MediaInput.open(video));
    line.addAll(List.of("-map", "0:v:0", "-frames:v", "1"));
    line.addAll(List.of("-vf", "scale=in_range=tv:out_range=pc:out_color_matrix=bt601"));
    line.addAll(List.of("-q:v", "2", "-f", "mjpeg", target.path().toString()));
    return ffmpeg
        .run(FfmpegCommand.convert("take the poster", LIMIT, line), task)
        .compose(taken -> pools.run(Pool.MEDIA, () -> brightness(target.path())))
        .compose(
            bright -> {
              if (bright < DARK && moments.size() > 1) {
                blobs.discard(target);
                return pick(video, moments.subList(1, moments.size()), task);
              }
              return blobs.commit(target, "image/jpeg", "video", StorageClass.RESULTS);
            })
        .onFailure(cause -> blobs.discard(target));
  }

  private static double brightness(Path file) throws IOException {
    BufferedImage image = ImageIO.read(file.toFile());
    double sum = 0;
    int count = 0;
    for (int y = 0; y < image.getHeight(); y += 8) {
      for (int x = 0; x < image.getWidth(); x += 8) {
        int rgb = image.getRGB(x, y);
        sum += 0.2126 * (rgb >> 16 & 255) + 0.7152 * (rgb >> 8 & 255) + 0.0722 * (rgb & 255);
        count++;
      }
    }
    return sum / count;
  }
}
