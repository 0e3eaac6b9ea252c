package io.moneyprinter.video.render;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.video.Segment;
import io.moneyprinter.platform.blobs.Blobs;
import io.moneyprinter.platform.node.DataFolder;
import io.moneyprinter.platform.pools.Pool;
import io.moneyprinter.platform.pools.WorkerPools;
import io.moneyprinter.platform.tasks.TaskContext;
import io.moneyprinter.video.ffmpeg.Ffmpeg;
import io.moneyprinter.video.ffmpeg.FfmpegCommand;
import io.moneyprinter.video.ffmpeg.StreamCheck;
import io.moneyprinter.video.ffmpeg.VideoEncoder;
import io.vertx.core.Future;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Makes the file of one segment: draws what is drawn, runs FFmpeg, counts the frames. */
final class SegmentMaker {
  private static final Duration LIMIT = Duration.ofMinutes(25);

  private final Ffmpeg ffmpeg;
  private final Blobs blobs;
  private final WorkerPools pools;
  private final DataFolder data;
  private final ClipSources sources;
  private final TextStrips texts;

  SegmentMaker(
      Ffmpeg ffmpeg,
      Blobs blobs,
      WorkerPools pools,
      DataFolder data,
      ClipSources sources,
      TextStrips texts) {
    this.ffmpeg = ffmpeg;
    this.blobs = blobs;
    this.pools = pools;
    this.data = data;
    this.sources = sources;
    this.texts = texts;
  }

  /**
   * What FFmpeg was told.
   *
   * @param scratch folder of what was drawn for it, gone by now
   */
  record Made(List<String> arguments, Path scratch) {}

  /**
   * Writes the segment to {@code target}.
   *
   * @param threads of the encoder, which decide its bytes too
   */
  Future<Made> make(
      Segment segment, VideoEncoder encoder, int threads, Path target, TaskContext task) {
    return pools
        .run(Pool.MEDIA, () -> prepare(segment))
        .compose(
            stage -> {
              FfmpegCommand command = command(segment, stage.parts(), encoder, threads, target);
              return ffmpeg
                  .run(command.telling(frame -> tell(task, segment, frame)), task)
                  .eventually(() -> pools.run(Pool.MEDIA, () -> delete(stage.folder())))
                  .map(done -> new Made(command.arguments(), stage.folder()));
            })
        .compose(made -> verify(segment, target, task).map(good -> made));
  }

  private static void tell(TaskContext task, Segment segment, long frame) {
    task.progress(frame / (double) segment.frames());
  }

  /** Draws what the graph will read, in a folder of this segment's own. */
  private Stage prepare(Segment segment) throws IOException {
    Path folder = data.scratch("segment");
    try {
      return new Stage(folder, SegmentParts.draw(segment, sources, texts, blobs::path, folder));
    } catch (IOException | RuntimeException e) {
      DataFolder.delete(folder);
      throw e;
    }
  }

  private FfmpegCommand command(
      Segment segment, SegmentParts parts, VideoEncoder encoder, int threads, Path target) {
    List<String> line =
        new SegmentGraph(segment, parts, blobs::path).arguments(encoder, threads, target);
    FfmpegCommand command = FfmpegCommand.convert("render segment " + segment.index(), LIMIT, line);
    return parts.feed().piping() ? command.fedBy(parts.feed()::writeTo) : command;
  }

  private Future<Void> verify(Segment segment, Path file, TaskContext task) {
    int wanted = segment.frames();
    return new StreamCheck(ffmpeg)
        .measure(file, task)
        .compose(
            found ->
                found.frames() == wanted
                    ? Future.succeededFuture()
                    : Future.failedFuture(
                        new ServiceFailure(
                            FailureCode.INTERNAL,
                            "Segment %d has %d frames instead of %d: its footage ends too early or"
                                    .formatted(segment.index(), found.frames(), wanted)
                                + " is damaged")));
  }

  private static Void delete(Path folder) {
    DataFolder.delete(folder);
    return null;
  }

  private record Stage(Path folder, SegmentParts parts) {}
}
