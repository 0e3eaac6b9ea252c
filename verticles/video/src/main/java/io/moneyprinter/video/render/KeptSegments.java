package io.moneyprinter.video.render;

import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.video.Receipt;
import io.moneyprinter.codecs.video.Segment;
import io.moneyprinter.platform.blobs.Blobs;
import io.moneyprinter.platform.blobs.StagedFile;
import io.moneyprinter.platform.pools.Pool;
import io.moneyprinter.platform.pools.WorkerPools;
import io.moneyprinter.video.ffmpeg.EncoderChoice;
import io.moneyprinter.video.ffmpeg.VideoEncoder;
import io.moneyprinter.video.receipt.MakingNotes;
import io.moneyprinter.video.timeline.SegmentKeys;
import io.vertx.core.Future;
import java.util.Optional;

/** Rendered segments in the store: found by their keys, kept with a note of how they came about. */
final class KeptSegments {
  private final Blobs blobs;
  private final WorkerPools pools;
  private final SegmentKeys keys;
  private final EncoderChoice encoders;
  private final MakingNotes notes;

  KeptSegments(Blobs blobs, WorkerPools pools, SegmentKeys keys, EncoderChoice encoders) {
    this.blobs = blobs;
    this.pools = pools;
    this.keys = keys;
    this.encoders = encoders;
    this.notes = new MakingNotes(blobs, pools);
  }

  /** One that was rendered before, in whatever job, and is still there. */
  Future<Optional<Blob>> find(String key) {
    return blobs.recall(key);
  }

  /**
   * Keeps a segment; gives the file to use. What another node noted first is taken, unless it is
   * gone from the store. Noted is what truly encoded it, so that nothing made by another encoder is
   * ever taken for what was planned.
   *
   * @param threads that the encoder had
   * @param target where the file was written
   */
  Future<Blob> keep(
      Segment segment,
      VideoEncoder encoder,
      int threads,
      RenderRun.Made made,
      StagedFile target,
      Blob own) {
    return pools
        .run(Pool.MEDIA, () -> keys.of(segment, encoders.signature(encoder)))
        .compose(key -> blobs.remember(key, own))
        .compose(
            kept ->
                kept.key().equals(own.key())
                    ? note(segment, encoder, threads, made, target, own)
                    : Future.succeededFuture(kept));
  }

  private Future<Blob> note(
      Segment segment,
      VideoEncoder encoder,
      int threads,
      RenderRun.Made made,
      StagedFile target,
      Blob own) {
    return pools
        .run(
            Pool.MEDIA,
            () ->
                new Receipt.Making(
                    encoder.name(),
                    encoders.signature(encoder),
                    keys.fonts(segment),
                    threads,
                    MakingNotes.symbolic(made.arguments(), made.scratch(), target.path())))
        .compose(making -> notes.keep(segment.key(), own, making))
        .map(noted -> own);
  }
}
