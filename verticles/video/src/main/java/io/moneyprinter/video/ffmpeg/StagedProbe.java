package io.moneyprinter.video.ffmpeg;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.video.MediaInfo;
import io.moneyprinter.codecs.video.ProbeStaged;
import io.moneyprinter.platform.blobs.BlobLayout;
import io.moneyprinter.platform.node.DataFolder;
import io.moneyprinter.platform.pools.Pool;
import io.moneyprinter.platform.pools.WorkerPools;
import io.vertx.core.Future;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** Looks at files of the staging folder, so that a bad one never reaches the store. */
public final class StagedProbe {
  private final MediaProbe probe;
  private final BlobLayout layout;
  private final WorkerPools pools;

  public StagedProbe(MediaProbe probe, DataFolder data, WorkerPools pools) {
    this.probe = probe;
    this.layout = new BlobLayout(data);
    this.pools = pools;
  }

  /** Answers {@link io.moneyprinter.codecs.video.VideoMessages#PROBE_STAGED}. */
  public Future<MediaInfo> probe(ProbeStaged wish) {
    Path file = layout.staged(wish.stagedName());
    return pools
        .run(Pool.MEDIA, () -> Files.exists(file, LinkOption.NOFOLLOW_LINKS))
        .compose(
            there ->
                there
                    ? probe.probe(wish.size(), file)
                    : Future.failedFuture(
                        ServiceFailure.notFound("This node has no such staged file")));
  }
}
