package io.moneyprinter.video.render;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.video.Receipt;
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
import io.moneyprinter.video.ffmpeg.VideoEncoder;
import io.moneyprinter.video.receipt.FileHash;
import io.moneyprinter.video.receipt.MakingNotes;
import io.moneyprinter.video.timeline.SegmentKeys;
import io.vertx.core.Future;
import java.nio.file.Files;

/**
 * Renders one segment: every frame of it is decoded (or drawn) once and encoded once. A segment
 * that was rendered before, in whatever job, is found by its key.
 */
public final class SegmentRenderer {
  private static final String OTHER =
      "This node encodes or draws otherwise than the one that made the plan: give both the same"
          + " version, encoder settings and fonts, or plan the video again";

  private final Blobs blobs;
  private final WorkerPools pools;
  private final SegmentKeys keys;
  private final EncoderChoice encoders;
  private final EncoderFallback fallback;
  private final String node;
  private final int threads;
  private final SegmentMaker maker;
  private final MakingNotes notes;

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
    this.blobs = blobs;
    this.pools = pools;
    this.keys = keys;
    this.encoders = encoders;
    this.fallback = new EncoderFallback(encoders, slots);
    this.node = node;
    this.threads = threads;
    this.maker = new SegmentMaker(ffmpeg, blobs, pools, data, sources, texts);
    this.notes = new MakingNotes(blobs, pools);
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

  /** Without a node it was found, not rendered. */
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
    return maker
        .make(segment, encoder, threads, target.path(), task)
        .compose(
            made ->
                blobs
                    .commit(target, encoder.mediaType(), "video")
                    .compose(
                        own ->
                            remember(segment, encoder, own)
                                .compose(kept -> note(segment, encoder, made, target, own, kept))))
        .map(blob -> rendered(segment, blob, since(begin), encoder.name(), node, note))
        .recover(DiskTrouble::<RenderedSegment>named)
        .onFailure(cause -> blobs.discard(target));
  }

  private static double since(long begin) {
    return (System.nanoTime() - begin) / 1e9;
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

  /** How a file came about is noted for the receipt, unless another node's is taken for it. */
  private Future<Blob> note(
      Segment segment,
      VideoEncoder encoder,
      SegmentMaker.Made made,
      StagedFile target,
      Blob own,
      Blob kept) {
    if (!own.key().equals(kept.key())) {
      return Future.succeededFuture(kept);
    }
    return pools
        .run(
            Pool.MEDIA,
            () ->
                new Receipt.Making(
                    encoder.name(),
                    encoders.signature(encoder),
                    keys.fonts(segment),
                    threads,
                    notes.symbolic(made.arguments(), made.scratch(), target.path())))
        .compose(making -> notes.keep(segment.key(), own, making))
        .map(noted -> kept);
  }

  /**
   * Renders a segment whatever is in the store, and keeps nothing of it.
   *
   * @param encoder name of what it is to be encoded with; the planned one where this node has it
   *     not
   * @param encoderThreads of that
   * @return SHA-256 of what came out, hex
   */
  public Future<String> hash(
      Segment segment, String encoder, int encoderThreads, TaskContext task) {
    return fallback.encode(
        segment.encoding(), encoder, by -> hash(segment, by, encoderThreads, task));
  }

  private Future<String> hash(
      Segment segment, VideoEncoder encoder, int encoderThreads, TaskContext task) {
    StagedFile target = blobs.stage("." + encoder.container());
    return maker
        .make(segment, encoder, encoderThreads, target.path(), task)
        .compose(made -> pools.run(Pool.MEDIA, () -> FileHash.of(target.path())))
        .recover(DiskTrouble::<String>named)
        .onComplete(done -> blobs.discard(target));
  }
}
