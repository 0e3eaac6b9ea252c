package io.moneyprinter.materials.music;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.platform.blobs.Blobs;
import io.moneyprinter.platform.blobs.StagedFile;
import io.moneyprinter.platform.digest.Sha256;
import io.moneyprinter.platform.pools.Pool;
import io.moneyprinter.platform.pools.WorkerPools;
import io.vertx.core.Future;
import java.io.IOException;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;

/** Keeps what was rendered: each piece is rendered once, by any node. */
final class RenderedPieces {
  private final WorkerPools pools;
  private final Blobs blobs;

  RenderedPieces(WorkerPools pools, Blobs blobs) {
    this.pools = pools;
    this.blobs = blobs;
  }

  /**
   * The sound of a piece. Fails with {@code RESOURCE} on a full disk and {@code CANCELLED} when it
   * was stopped.
   *
   * @param work what decides every sample of it
   */
  Future<Blob> piece(
      String work, Rendering rendering, DoubleConsumer progress, BooleanSupplier stop) {
    String key = sha256("materials.compose-music/" + work);
    return blobs
        .recall(key)
        .compose(
            known ->
                known.isPresent()
                    ? Future.succeededFuture(known.get())
                    : made(rendering, progress, stop).compose(blob -> blobs.remember(key, blob)));
  }

  private Future<Blob> made(Rendering rendering, DoubleConsumer progress, BooleanSupplier stop) {
    StagedFile file = blobs.stage(".wav");
    return pools
        .run(Pool.MEDIA, () -> write(rendering, file, progress, stop))
        .compose(written -> blobs.commit(file, "audio/wav", "materials"))
        .onFailure(cause -> blobs.discard(file));
  }

  private static Void write(
      Rendering rendering, StagedFile file, DoubleConsumer progress, BooleanSupplier stop) {
    try {
      if (!rendering.render(file.path(), progress, stop)) {
        throw new ServiceFailure(FailureCode.CANCELLED, "The music was cancelled");
      }
      return null;
    } catch (IOException e) {
      throw new ServiceFailure(
          FailureCode.RESOURCE,
          "The music could not be written: " + e.getMessage() + ". Check space and permissions");
    }
  }

  private static String sha256(String work) {
    return Sha256.hex(work);
  }
}
