package io.moneyprinter.materials;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.materials.Candidate;
import io.moneyprinter.codecs.materials.Picture;
import io.moneyprinter.codecs.materials.ShowCandidate;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.video.Canvas;
import io.moneyprinter.codecs.video.MediaInfo;
import io.moneyprinter.codecs.video.MediaPortrait;
import io.moneyprinter.codecs.video.PortrayMedia;
import io.moneyprinter.codecs.video.ProbeMedia;
import io.moneyprinter.codecs.video.ShowPicture;
import io.moneyprinter.codecs.video.VideoMessages;
import io.moneyprinter.materials.library.CandidateStore;
import io.moneyprinter.materials.look.Thumbnails;
import io.moneyprinter.platform.blobs.Blobs;
import io.moneyprinter.platform.digest.Sha256;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import java.util.Optional;

/**
 * Shows people what a candidate looks like, so that their browsers ask no other site for it. What
 * comes from there is decoded and written anew before anybody sees it.
 */
final class CandidatePictures {
  private static final String STORED = "blob:";

  private final CandidateStore store;
  private final Thumbnails thumbnails;
  private final Blobs blobs;
  private final EventBus bus;

  CandidatePictures(CandidateStore store, Thumbnails thumbnails, Blobs blobs, EventBus bus) {
    this.store = store;
    this.thumbnails = thumbnails;
    this.blobs = blobs;
    this.bus = bus;
  }

  /** Answers {@link io.moneyprinter.codecs.materials.MaterialsMessages#SHOW_CANDIDATE}. */
  Future<Blob> show(ShowCandidate wish) {
    return store
        .find(CallContext.currentOrSystem().tenant(), wish.key())
        .compose(
            found ->
                found
                    .map(candidate -> show(candidate, wish.canvas()))
                    .orElseGet(() -> Future.failedFuture(none(wish.key()))));
  }

  private Future<Blob> show(Candidate candidate, Canvas canvas) {
    if (thumbnails.has(candidate)) {
      String key = key(candidate.thumbnailUrl());
      return blobs
          .recall(key)
          .compose(
              known ->
                  known
                      .map(Future::succeededFuture)
                      .orElseGet(
                          () ->
                              thumbnails
                                  .fetch(candidate)
                                  .compose(this::anew)
                                  .compose(blob -> blobs.remember(key, blob))));
    }
    return stored(candidate)
        .map(picture -> VideoMessages.SHOW_PICTURE.ask(bus, new ShowPicture(picture, canvas)))
        .orElseGet(() -> Future.failedFuture(none(candidate.key())));
  }

  private Future<Blob> anew(Blob fetched) {
    return VideoMessages.PROBE
        .ask(bus, new ProbeMedia(fetched))
        .compose(
            info ->
                info.kind() == MediaInfo.Kind.STILL
                    ? VideoMessages.PORTRAY.ask(bus, new PortrayMedia(fetched, info))
                    : Future.failedFuture(
                        ServiceFailure.notFound("What its source gives is no picture")))
        .map(MediaPortrait::thumbnail);
  }

  /** A file of the user's own, which is in the store. */
  private static Optional<Picture> stored(Candidate candidate) {
    return candidate.renditions().stream()
        .filter(file -> file.url().startsWith(STORED) && file.bytes() != null)
        .findFirst()
        .map(file -> picture(candidate, file));
  }

  private static Picture picture(Candidate candidate, Candidate.Rendition file) {
    boolean moving = candidate.kind() == Candidate.Kind.VIDEO;
    Blob blob =
        new Blob(
            file.url().substring(STORED.length()),
            file.bytes(),
            moving ? "video/mp4" : "image/jpeg");
    int width = file.width() == null ? 1 : file.width();
    int height = file.height() == null ? 1 : file.height();
    return moving
        ? new Picture.Footage(
            blob, width, height, candidate.seconds() == null ? 0 : candidate.seconds())
        : new Picture.Still(blob, width, height);
  }

  private static ServiceFailure none(String key) {
    return ServiceFailure.notFound("There is no still of a candidate " + key);
  }

  private static String key(String address) {
    return Sha256.hex("candidate-still 1 " + address);
  }
}
