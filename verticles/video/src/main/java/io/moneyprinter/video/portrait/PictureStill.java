package io.moneyprinter.video.portrait;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.codecs.materials.Picture;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.storage.StorageClass;
import io.moneyprinter.codecs.video.Canvas;
import io.moneyprinter.codecs.video.ShowPicture;
import io.moneyprinter.platform.blobs.Blobs;
import io.moneyprinter.platform.blobs.StagedFile;
import io.moneyprinter.platform.digest.Sha256;
import io.moneyprinter.platform.pools.Pool;
import io.moneyprinter.platform.pools.WorkerPools;
import io.moneyprinter.video.fonts.FontBook;
import io.moneyprinter.video.frames.Backdrops;
import io.moneyprinter.video.frames.FrameSource;
import io.vertx.core.Future;

/**
 * Makes the small still by which people know what a scene shows, before anything is rendered. One
 * that was made before is found in the store.
 */
public final class PictureStill {
  /** Raise when the same picture comes out otherwise. */
  private static final int FORM = 1;

  /** Drawings build up: by then all of them is there. */
  private static final double MOMENT_SECONDS = 2.5;

  private final Portrayer portrayer;
  private final FontBook fonts;
  private final Blobs blobs;
  private final WorkerPools pools;

  public PictureStill(Portrayer portrayer, FontBook fonts, Blobs blobs, WorkerPools pools) {
    this.portrayer = portrayer;
    this.fonts = fonts;
    this.blobs = blobs;
    this.pools = pools;
  }

  /** Answers {@link io.moneyprinter.codecs.video.VideoMessages#SHOW_PICTURE}. */
  public Future<Blob> show(ShowPicture wish) {
    String key = key(wish);
    return blobs
        .recall(key)
        .compose(
            known ->
                known
                    .map(Future::succeededFuture)
                    .orElseGet(
                        () ->
                            small(wish)
                                .compose(this::store)
                                .compose(blob -> blobs.remember(key, blob))));
  }

  private Future<Thumbnail> small(ShowPicture wish) {
    if (wish.picture() instanceof Picture.Footage clip) {
      return blobs.local(clip.blob()).compose(file -> portrayer.frame(file, clip.seconds()));
    }
    if (wish.picture() instanceof Picture.Still still) {
      return blobs.local(still.blob()).compose(portrayer::still);
    }
    if (wish.picture() instanceof Picture.Generated drawn) {
      return pools.run(Pool.MEDIA, () -> drawn(drawn, smaller(wish.canvas())));
    }
    throw ServiceFailure.invalid("/picture", "is only a name: ask for the file itself");
  }

  /** As large as a thumbnail, in the shape of the video. */
  private static Canvas smaller(Canvas canvas) {
    double scale =
        Math.min(
            1, Thumbnail.LONGEST_SIDE * 1.5 / Math.max(canvas.width(), (double) canvas.height()));
    return new Canvas(side(canvas.width() * scale), side(canvas.height() * scale), canvas.fps());
  }

  private static int side(double pixels) {
    return Math.max(128, (int) (pixels / 2) * 2);
  }

  private Thumbnail drawn(Picture.Generated picture, Canvas canvas) {
    FrameSource source = Backdrops.of(picture, canvas, fonts);
    int[] pixels = new int[source.width() * source.height()];
    source.draw(canvas.framesFor(MOMENT_SECONDS), pixels);
    return Thumbnail.of(pixels, source.width(), source.height());
  }

  private Future<Blob> store(Thumbnail small) {
    StagedFile target = blobs.stage(".jpg");
    return pools
        .run(
            Pool.MEDIA,
            () -> {
              small.write(target.path());
              return null;
            })
        .compose(written -> blobs.commit(target, "image/jpeg", "video", StorageClass.TEMPORARY))
        .onFailure(cause -> blobs.discard(target));
  }

  private static String key(ShowPicture wish) {
    try {
      return Sha256.hex(
          ("picture-still " + FORM + " " + RecordJson.wire().writeValueAsString(wish)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Every message is JSON, and every Java has SHA-256", e);
    }
  }
}
