package io.moneyprinter.video.render;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.video.RenderSegment;
import io.moneyprinter.codecs.video.RenderedSegment;
import io.moneyprinter.codecs.video.Segment;
import io.moneyprinter.platform.blobs.Blobs;
import io.moneyprinter.platform.blobs.StagedFile;
import io.moneyprinter.platform.node.DataFolder;
import io.moneyprinter.platform.pools.Pool;
import io.moneyprinter.platform.pools.WorkerPools;
import io.moneyprinter.platform.tasks.TaskContext;
import io.moneyprinter.video.ffmpeg.DiskTrouble;
import io.moneyprinter.video.ffmpeg.EncoderChoice;
import io.moneyprinter.video.ffmpeg.Ffmpeg;
import io.moneyprinter.video.ffmpeg.FfmpegCommand;
import io.moneyprinter.video.ffmpeg.StreamCheck;
import io.moneyprinter.video.ffmpeg.VideoEncoder;
import io.moneyprinter.video.timeline.SegmentKeys;
import io.vertx.core.Future;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Renders one segment: every frame of it is decoded (or drawn) once and encoded once. A segment
 * that was rendered before, in whatever job, is found by its key.
 */
public final class SegmentRenderer {
  private static final String OTHER =
      "This node encodes or draws otherwise than the one that made the plan: give both the same"
          + " version, encoder settings and fonts, or plan the video again";

  private static final Duration LIMIT = Duration.ofMinutes(25);

  private final Ffmpeg ffmpeg;
  private final Blobs blobs;
  private final WorkerPools pools;
  private final DataFolder data;
  private final SegmentKeys keys;
  private final EncoderChoice encoders;
  private final EncoderFallback fallback;
  private final String node;
  private final int threads;
  private final ClipSources sources;
  private final TextStrips texts;

  /**
   * @param node name of this node
   * @param threads of one encoder
   */
  public SegmentRenderer(
      Ffmpeg ffmpeg,
      Blobs blobs,
      WorkerPools pools,
      DataFolder data,
      SegmentKeys keys,
      EncoderChoice encoders,
      EncodeSlots slots,
      String node,
      int threads,
      ClipSources sources,
      TextStrips texts) {
    this.ffmpeg = ffmpeg;
    this.blobs = blobs;
    this.pools = pools;
    this.data = data;
    this.keys = keys;
    this.encoders = encoders;
    this.fallback = new EncoderFallback(encoders, slots);
    this.node = node;
    this.threads = threads;
    this.sources = sources;
    this.texts = texts;
  }

  /** The segment as encoded video; {@code UNAVAILABLE} where encoder or fonts are other ones. */
  public Future<RenderedSegment> render(RenderSegment request, TaskContext task) {
    Segment segment = request.segment();
    return blobs
        .recall(segment.key())
        .compose(known -> pools.run(Pool.MEDIA, () -> known.filter(this::present)))
        .compose(
            known ->
                known.map(blob -> found(segment, blob)).orElseGet(() -> planned(segment, task)));
  }

  /** A key holds the encoder, so what is found by it was made by the planned one. */
  private Future<RenderedSegment> found(Segment segment, Blob blob) {
    String encoder = encoders.planned(segment.encoding()).name();
    return Future.succeededFuture(rendered(segment, blob, 0, encoder, null, null));
  }

  private static RenderedSegment rendered(
      Segment of, Blob video, double seconds, String encoder, String node, String note) {
    boolean reused = node == null;
    return new RenderedSegment(
        of.key(), of.index(), video, of.frames(), reused, seconds, encoder, node, note, null);
  }

  private Future<RenderedSegment> planned(Segment segment, TaskContext task) {
    return pools
        .run(Pool.MEDIA, () -> keys.of(segment).equals(segment.key()))
        .compose(
            equal ->
                equal
                    ? fallback.encode(segment, task, (by, note) -> fresh(segment, by, note, task))
                    : Future.failedFuture(ServiceFailure.unavailable(OTHER)));
  }

  private boolean present(Blob blob) {
    return Files.exists(blobs.path(blob));
  }

  private Future<RenderedSegment> fresh(
      Segment segment, VideoEncoder encoder, String note, TaskContext task) {
    long begin = System.nanoTime();
    StagedFile target = blobs.stage("." + encoder.container());
    return pools
        .run(Pool.MEDIA, () -> prepare(segment))
        .compose(
            stage ->
                ffmpeg
                    .run(command(segment, stage.parts(), encoder, target.path(), task), task)
                    .eventually(() -> pools.run(Pool.MEDIA, () -> delete(stage.folder()))))
        .compose(done -> verify(segment, target.path(), task))
        .compose(good -> blobs.commit(target, encoder.mediaType(), "video"))
        .compose(blob -> remember(segment, encoder, blob))
        .map(blob -> rendered(segment, blob, since(begin), encoder.name(), node, note))
        .recover(DiskTrouble::<RenderedSegment>named)
        .onFailure(cause -> blobs.discard(target));
  }

  /**
   * What another node noted first is taken, unless it is gone from the store. Noted is what truly
   * encoded it, so that nothing made by another encoder is ever taken for what was planned.
   */
  private Future<Blob> remember(Segment segment, VideoEncoder encoder, Blob own) {
    return pools
        .run(Pool.MEDIA, () -> keys.of(segment, encoders.signature(encoder)))
        .compose(key -> blobs.remember(key, own))
        .compose(first -> pools.run(Pool.MEDIA, () -> present(first) ? first : own));
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
      Segment segment, SegmentParts parts, VideoEncoder encoder, Path target, TaskContext task) {
    int frames = segment.frames();
    List<String> line =
        new SegmentGraph(segment, parts, blobs::path).arguments(encoder, threads, target);
    FfmpegCommand command =
        FfmpegCommand.convert("render segment " + segment.index(), LIMIT, line)
            .telling(done -> task.progress(done / (double) frames));
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

  private static double since(long begin) {
    return (System.nanoTime() - begin) / 1e9;
  }

  private static Void delete(Path folder) {
    DataFolder.delete(folder);
    return null;
  }

  private record Stage(Path folder, SegmentParts parts) {}
}
