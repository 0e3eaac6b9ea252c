package io.moneyprinter.video.render;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.video.Segment;
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
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Renders one segment with one encoder into a file: draws what has to be drawn, runs the one filter
 * graph, counts the frames and measures how near they are to the composition.
 */
final class RenderRun {
  private static final Duration LIMIT = Duration.ofMinutes(25);

  private final Ffmpeg ffmpeg;
  private final Function<Blob, Path> files;
  private final WorkerPools pools;
  private final DataFolder data;
  private final int threads;
  private final ClipSources sources;
  private final TextStrips texts;
  private final FidelityCheck fidelity;

  /**
   * @param threads of one encoder
   */
  RenderRun(
      Ffmpeg ffmpeg,
      Function<Blob, Path> files,
      WorkerPools pools,
      DataFolder data,
      int threads,
      ClipSources sources,
      TextStrips texts) {
    this.ffmpeg = ffmpeg;
    this.files = files;
    this.pools = pools;
    this.data = data;
    this.threads = threads;
    this.sources = sources;
    this.texts = texts;
    this.fidelity = new FidelityCheck(ffmpeg);
  }

  /** Gives the fidelity, or {@code null} inside where it was not measured. */
  Future<Double> of(Segment segment, VideoEncoder encoder, Path target, TaskContext task) {
    return pools
        .run(Pool.MEDIA, () -> prepare(segment))
        .compose(
            stage ->
                run(segment, stage.parts(), encoder, target, task)
                    .eventually(() -> pools.run(Pool.MEDIA, () -> delete(stage.folder()))));
  }

  /** Encodes, counts and measures; gives how near it is to the composition, or {@code null}. */
  private Future<Double> run(
      Segment segment, SegmentParts parts, VideoEncoder encoder, Path target, TaskContext task) {
    SegmentGraph graph = new SegmentGraph(segment, parts, files);
    Supplier<FfmpegCommand> comparison =
        () -> fed(FidelityCheck.command(segment, graph.comparison(threads, target), target), parts);
    return ffmpeg
        .run(command(segment, parts, encoder, target, task), task)
        .compose(
            output ->
                verify(segment, target, task)
                    .compose(good -> fidelity.of(segment, encoder, output, comparison, task)));
  }

  private static FfmpegCommand fed(FfmpegCommand command, SegmentParts parts) {
    return parts.feed().piping() ? command.fedBy(parts.feed()::writeTo) : command;
  }

  /** Draws what the graph will read, in a folder of this segment's own. */
  private Stage prepare(Segment segment) throws IOException {
    Path folder = data.scratch("segment");
    try {
      return new Stage(folder, SegmentParts.draw(segment, sources, texts, files, folder));
    } catch (IOException | RuntimeException e) {
      DataFolder.delete(folder);
      throw e;
    }
  }

  private FfmpegCommand command(
      Segment segment, SegmentParts parts, VideoEncoder encoder, Path target, TaskContext task) {
    int frames = segment.frames();
    List<String> line = new SegmentGraph(segment, parts, files).arguments(encoder, threads, target);
    FfmpegCommand command =
        FfmpegCommand.convert("render segment " + segment.index(), LIMIT, line)
            .telling(done -> task.progress(done / (double) frames));
    return fed(command, parts);
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
