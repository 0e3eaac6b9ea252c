package io.moneyprinter.video.live;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.storage.StorageClass;
import io.moneyprinter.codecs.video.StreamPiece;
import io.moneyprinter.platform.blobs.Blobs;
import io.moneyprinter.platform.blobs.StagedFile;
import io.moneyprinter.platform.pools.WorkerPools;
import io.moneyprinter.video.ffmpeg.DiskTrouble;
import io.moneyprinter.video.ffmpeg.Ffmpeg;
import io.moneyprinter.video.ffmpeg.FfmpegCommand;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;

/**
 * Makes the pieces of a stream (HTTP Live Streaming, RFC 8216) from segments and sound, by copying
 * both. A piece that was made before is found in the store.
 */
public final class StreamPieces {
  private static final Duration LIMIT = Duration.ofSeconds(50);

  private final Ffmpeg ffmpeg;
  private final Blobs blobs;
  private final WorkerPools pools;

  public StreamPieces(Ffmpeg ffmpeg, Blobs blobs, WorkerPools pools) {
    this.ffmpeg = ffmpeg;
    this.blobs = blobs;
    this.pools = pools;
  }

  /** The piece; {@code NOT_FOUND} when segment or sound are not in the store. */
  public Future<Blob> piece(StreamPiece wish) {
    if (!wish.audio().mediaType().equals("audio/mp4")) {
      return Future.failedFuture(
          ServiceFailure.invalid(
              "/audio", "must be AAC in MP4, not " + wish.audio().mediaType() + ": order mp4"));
    }
    PieceCommand command = new PieceCommand(wish, ffmpeg.program().build());
    return blobs
        .recall(command.key())
        .compose(known -> known.map(Future::succeededFuture).orElseGet(() -> make(wish, command)));
  }

  private Future<Blob> make(StreamPiece wish, PieceCommand command) {
    StagedFile target = blobs.stage("." + wish.form().extension());
    return blobs
        .local(List.of(wish.video(), wish.audio()))
        .recover(StreamPieces::missing)
        .compose(
            here ->
                ffmpeg.run(
                    FfmpegCommand.convert(
                        "make a piece of the stream",
                        LIMIT,
                        command.arguments(blobs::path, target.path()))))
        .compose(
            made -> blobs.commit(target, wish.form().mediaType(), "video", StorageClass.TEMPORARY))
        .compose(own -> blobs.remember(command.key(), own))
        .recover(DiskTrouble::<Blob>named)
        .onFailure(cause -> blobs.discard(target));
  }

  private static Future<Void> missing(Throwable cause) {
    return Future.failedFuture(
        cause instanceof ServiceFailure failure && failure.code() == FailureCode.NOT_FOUND
            ? ServiceFailure.notFound(
                "The segment or the sound is not in the store any more: resume the job")
            : cause);
  }
}
