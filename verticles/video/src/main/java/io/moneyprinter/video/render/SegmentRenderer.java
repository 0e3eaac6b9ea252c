package io.moneyprinter.video.render;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.video.RenderSegment;
import io.moneyprinter.codecs.video.RenderedSegment;
import io.moneyprinter.codecs.video.Segment;
import io.moneyprinter.platform.blobs.Blobs;
import io.moneyprinter.platform.blobs.StagedFile;
import io.moneyprinter.platform.digest.Sha256;
import io.moneyprinter.platform.node.DataFolder;
import io.moneyprinter.platform.pools.Pool;
import io.moneyprinter.platform.pools.WorkerPools;
import io.moneyprinter.platform.tasks.TaskContext;
import io.moneyprinter.video.ffmpeg.DiskTrouble;
import io.moneyprinter.video.ffmpeg.EncoderChoice;
import io.moneyprinter.video.ffmpeg.Ffmpeg;
import io.moneyprinter.video.ffmpeg.VideoEncoder;
import io.moneyprinter.video.receipt.Inputs;
import io.moneyprinter.video.timeline.SegmentKeys;
import io.vertx.core.Future;

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
  private final RenderRun run;
  private final KeptSegments kept;
  private final ClipRepair repair;

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
    this.run = new RenderRun(ffmpeg, blobs::path, pools, data, sources, texts);
    this.kept = new KeptSegments(blobs, pools, keys, encoders);
    this.threads = threads;
    this.repair = new ClipRepair(ffmpeg, blobs::path);
  }

  /** The segment as encoded video; {@code UNAVAILABLE} where encoder or fonts are other ones. */
  public Future<RenderedSegment> render(RenderSegment request, TaskContext task) {
    Segment segment = request.segment();
    return kept.find(segment.key())
        .compose(
            known ->
                known.map(blob -> found(segment, blob)).orElseGet(() -> planned(segment, task)));
  }

  /** A key holds the encoder, so what is found by it was made by the planned one. */
  private Future<RenderedSegment> found(Segment segment, Blob blob) {
    String encoder = encoders.planned(segment.encoding()).name();
    return Future.succeededFuture(rendered(segment, blob, 0, encoder, null, null, null));
  }

  private static RenderedSegment rendered(
      Segment of,
      Blob video,
      double seconds,
      String encoder,
      String node,
      String note,
      Double similar) {
    boolean reused = node == null;
    return new RenderedSegment(
        of.key(), of.index(), video, of.frames(), reused, seconds, encoder, node, note, similar);
  }

  private Future<RenderedSegment> planned(Segment segment, TaskContext task) {
    return pools
        .run(Pool.MEDIA, () -> keys.of(segment).equals(segment.key()))
        .compose(
            equal ->
                equal
                    ? inputs(segment)
                        .compose(here -> encode(segment, null, task))
                        .recover(cause -> repaired(segment, cause, task))
                    : Future.failedFuture(ServiceFailure.unavailable(OTHER)));
  }

  /** Brings here what is needed; what nobody has any more is found damaged, and repaired. */
  private Future<Void> inputs(Segment segment) {
    return blobs
        .local(Inputs.of(segment))
        .recover(
            cause ->
                ServiceFailure.from(cause).code() == FailureCode.NOT_FOUND
                    ? Future.succeededFuture()
                    : Future.failedFuture(cause));
  }

  /** With the planned encoder, or with one that can stand in for it. */
  private Future<RenderedSegment> encode(Segment segment, String repaired, TaskContext task) {
    return fallback.encode(
        segment, task, (by, note) -> fresh(segment, by, both(repaired, note), task));
  }

  /** The same stretch with other clips, noted under their own key and never under the planned. */
  private Future<RenderedSegment> repaired(Segment segment, Throwable cause, TaskContext task) {
    return repair
        .of(segment, cause, task)
        .compose(
            other ->
                other.isEmpty()
                    ? Future.failedFuture(cause)
                    : encode(other.get().segment(), other.get().note(), task)
                        .map(made -> made.standingIn(segment.key(), segment.index())));
  }

  private static String both(String one, String other) {
    return one == null || other == null ? one == null ? other : one : one + "; " + other;
  }

  private Future<RenderedSegment> fresh(
      Segment segment, VideoEncoder encoder, String note, TaskContext task) {
    long begin = System.nanoTime();
    StagedFile target = blobs.stage("." + encoder.container());
    return run.of(segment, encoder, threads, target.path(), task)
        .compose(
            made ->
                blobs
                    .commit(target, encoder.mediaType(), "video")
                    .compose(own -> kept.keep(segment, encoder, threads, made, target, own))
                    .map(
                        blob ->
                            rendered(
                                segment,
                                blob,
                                since(begin),
                                encoder.name(),
                                node,
                                note,
                                made.fidelity())))
        .recover(DiskTrouble::<RenderedSegment>named)
        .onFailure(cause -> blobs.discard(target));
  }

  private static double since(long begin) {
    return (System.nanoTime() - begin) / 1e9;
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
    return run.unmeasured(segment, encoder, encoderThreads, target.path(), task)
        .compose(made -> pools.run(Pool.MEDIA, () -> Sha256.hex(target.path())))
        .recover(DiskTrouble::<String>named)
        .onComplete(done -> blobs.discard(target));
  }
}
