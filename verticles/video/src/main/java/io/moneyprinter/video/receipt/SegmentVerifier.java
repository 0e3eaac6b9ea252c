package io.moneyprinter.video.receipt;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.video.Receipt;
import io.moneyprinter.codecs.video.Segment;
import io.moneyprinter.codecs.video.VerifiedSegment;
import io.moneyprinter.codecs.video.VerifySegment;
import io.moneyprinter.platform.blobs.Blobs;
import io.moneyprinter.platform.pools.Pool;
import io.moneyprinter.platform.pools.WorkerPools;
import io.moneyprinter.video.ffmpeg.FfmpegProgram;
import io.moneyprinter.video.timeline.SegmentKeys;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;

/** Renders a segment of a receipt once more, looking nothing up, and compares the bytes. */
public final class SegmentVerifier {
  private final FfmpegProgram program;
  private final Blobs blobs;
  private final WorkerPools pools;
  private final SegmentKeys keys;
  private final Renderer renderer;

  /** Renders a segment whatever is in the store. */
  @FunctionalInterface
  public interface Renderer {
    /**
     * @return SHA-256 of what came out, hex
     */
    Future<String> hash(Segment segment, String encoder, int threads);
  }

  public SegmentVerifier(
      FfmpegProgram program, Blobs blobs, WorkerPools pools, SegmentKeys keys, Renderer renderer) {
    this.program = program;
    this.blobs = blobs;
    this.pools = pools;
    this.keys = keys;
    this.renderer = renderer;
  }

  /** What came out; {@code NOT_FOUND} when an input is not in the store of this node. */
  public Future<VerifiedSegment> verify(VerifySegment request) {
    Receipt.Piece piece = request.piece();
    Segment spec = piece.spec();
    Receipt.Making making = piece.making();
    if (making == null) {
      return Future.failedFuture(
          ServiceFailure.invalid(
              "/segments/" + spec.index() + "/making",
              "is missing: the segment was rendered by a version that did not note how, or stands"
                  + " in for one whose footage is damaged. Choose another one"));
    }
    return inputs(spec)
        .compose(here -> pools.run(Pool.MEDIA, () -> differences(request)))
        .compose(
            differences ->
                renderer
                    .hash(spec, making.encoder(), making.threads())
                    .map(
                        actual ->
                            new VerifiedSegment(
                                spec.index(), piece.output().key(), actual, differences)));
  }

  private Future<?> inputs(Segment spec) {
    return Future.all(
        Inputs.of(spec).stream()
            .map(
                input ->
                    blobs
                        .local(input)
                        .recover(cause -> Future.failedFuture(lost(spec, input, cause))))
            .toList());
  }

  private static Throwable lost(Segment spec, Blob input, Throwable cause) {
    return cause instanceof ServiceFailure failure && failure.code() == FailureCode.NOT_FOUND
        ? ServiceFailure.notFound(
            "Segment %d needs the file %s (%s, %d bytes), which is not in the store: verify"
                    .formatted(spec.index(), input.key(), input.mediaType(), input.size())
                + " where the video was made, or bring the same material in first")
        : cause;
  }

  private List<String> differences(VerifySegment request) {
    Segment spec = request.piece().spec();
    Receipt.Making making = request.piece().making();
    List<String> found = new ArrayList<>();
    Receipt.Program then = request.ffmpeg();
    if (!then.build().equals(program.build())) {
      found.add(
          "another FFmpeg: %s, build %s, instead of %s, build %s"
              .formatted(program.version(), program.build(), then.version(), then.build()));
    }
    String encoder = keys.encoder(spec.encoding());
    if (!encoder.equals(making.signature())) {
      found.add("another encoder: " + encoder + " instead of " + making.signature());
    }
    if (!keys.fonts(spec).equals(making.fonts())) {
      found.add("other fonts: their digests differ");
    }
    if (found.isEmpty() && !keys.of(spec).equals(spec.key())) {
      found.add("this version of the software draws segments otherwise, or the spec was changed");
    }
    return found;
  }
}
