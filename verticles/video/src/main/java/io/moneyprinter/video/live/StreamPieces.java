package io.moneyprinter.video.live;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.video.StreamPiece;
import io.moneyprinter.platform.blobs.Blobs;
import io.moneyprinter.platform.blobs.StagedFile;
import io.moneyprinter.platform.pools.Pool;
import io.moneyprinter.platform.pools.WorkerPools;
import io.moneyprinter.video.ffmpeg.DiskTrouble;
import io.moneyprinter.video.ffmpeg.Ffmpeg;
import io.moneyprinter.video.ffmpeg.FfmpegCommand;
import io.vertx.core.Future;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;

/**
 * Makes the pieces of a stream (HTTP Live Streaming, RFC 8216) from segments and sound, by copying
 * both. A piece that was made before is found in the store.
 */
public final class StreamPieces {
  /** What players and RFC 8216 call it. */
  static final String MEDIA_TYPE = "video/mp2t";

  private static final Duration LIMIT = Duration.ofSeconds(50);

  private final Ffmpeg ffmpeg;
  private final Blobs blobs;
  private final WorkerPools pools;

  public StreamPieces(Ffmpeg ffmpeg, Blobs blobs, WorkerPools pools) {
    this.ffmpeg = ffmpeg;
    this.blobs = blobs;
    this.pools = pools;
  }

  /** The piece as MPEG-TS; {@code NOT_FOUND} when segment or sound are not in the store. */
  public Future<Blob> piece(StreamPiece wish) {
    if (!wish.audio().mediaType().equals("audio/mp4")) {
      return Future.failedFuture(
          ServiceFailure.invalid(
              "/audio", "must be AAC in MP4, not " + wish.audio().mediaType() + ": order mp4"));
    }
    PieceCommand command = new PieceCommand(wish, ffmpeg.program().build());
    return blobs
        .recall(command.key())
        .compose(known -> pools.run(Pool.MEDIA, () -> known.filter(this::present)))
        .compose(known -> known.map(Future::succeededFuture).orElseGet(() -> make(wish, command)));
  }

  private boolean present(Blob blob) {
    return Files.exists(blobs.path(blob));
  }

  private Future<Blob> make(StreamPiece wish, PieceCommand command) {
    StagedFile target = blobs.stage(".ts");
    return pools
        .run(Pool.MEDIA, () -> missing(wish))
        .compose(
            missing ->
                missing.isPresent()
                    ? Future.failedFuture(missing.get())
                    : ffmpeg.run(
                        FfmpegCommand.convert(
                            "make a piece of the stream",
                            LIMIT,
                            command.arguments(blobs::path, target.path()))))
        .compose(made -> blobs.commit(target, MEDIA_TYPE, "video"))
        .compose(own -> remember(command, own))
        .recover(DiskTrouble::<Blob>named)
        .onFailure(cause -> blobs.discard(target));
  }

  private Optional<ServiceFailure> missing(StreamPiece wish) {
    return present(wish.video()) && present(wish.audio())
        ? Optional.empty()
        : Optional.of(
            ServiceFailure.notFound(
                "The segment or the sound is not in the store any more: resume the job"));
  }

  /** What was made first is taken, unless it is gone from the store. */
  private Future<Blob> remember(PieceCommand command, Blob own) {
    return blobs
        .remember(command.key(), own)
        .compose(first -> pools.run(Pool.MEDIA, () -> present(first) ? first : own));
  }
}
