package io.moneyprinter.video.assembly;

import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.storage.StorageClass;
import io.moneyprinter.platform.blobs.Blobs;
import io.moneyprinter.platform.blobs.StagedFile;
import io.moneyprinter.platform.pools.Pool;
import io.moneyprinter.platform.pools.WorkerPools;
import io.vertx.core.Future;
import java.nio.file.Files;

/** Puts texts into the store. */
final class TextFiles {
  private final Blobs blobs;
  private final WorkerPools pools;

  TextFiles(Blobs blobs, WorkerPools pools) {
    this.blobs = blobs;
    this.pools = pools;
  }

  Future<Blob> store(String text, String suffix, String mediaType) {
    StagedFile file = blobs.stage(suffix);
    return pools
        .run(Pool.MEDIA, () -> Files.writeString(file.path(), text))
        .compose(written -> blobs.commit(file, mediaType, "video", StorageClass.RESULTS))
        .onFailure(cause -> blobs.discard(file));
  }
}
