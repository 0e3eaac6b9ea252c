package io.moneyprinter.video.captions;

import io.moneyprinter.codecs.video.CaptionPreview;
import io.moneyprinter.codecs.video.PreviewCaptions;
import io.moneyprinter.platform.blobs.Blobs;
import io.moneyprinter.platform.blobs.StagedFile;
import io.moneyprinter.platform.pools.Pool;
import io.moneyprinter.platform.pools.WorkerPools;
import io.vertx.core.Future;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Makes previews of captions and takes their pictures into the store. */
public final class CaptionPreviews {
  private final Blobs blobs;
  private final WorkerPools pools;
  private final CaptionPreviewer previewer;

  public CaptionPreviews(Blobs blobs, WorkerPools pools, CaptionPreviewer previewer) {
    this.blobs = blobs;
    this.pools = pools;
    this.previewer = previewer;
  }

  /** Fails with INVALID for what cannot be drawn. */
  public Future<CaptionPreview> make(PreviewCaptions request) {
    StagedFile file = blobs.stage(".png");
    return pools
        .run(Pool.MEDIA, () -> draw(request, file))
        .compose(
            preview ->
                blobs
                    .commit(file, "image/png", "video")
                    .map(
                        image ->
                            new CaptionPreview(image, preview.description(), preview.warnings())))
        .onFailure(cause -> blobs.discard(file));
  }

  private CaptionPreviewer.Preview draw(PreviewCaptions request, StagedFile file) {
    CaptionPreviewer.Preview preview = previewer.draw(request);
    try {
      ImageIO.write(preview.image(), "png", file.path().toFile());
      return preview;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file.path(), e);
    }
  }
}
