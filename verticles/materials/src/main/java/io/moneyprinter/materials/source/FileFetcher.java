package io.moneyprinter.materials.source;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.materials.Candidate;
import io.moneyprinter.codecs.materials.Candidate.Rendition;
import io.moneyprinter.codecs.materials.Picture;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.platform.blobs.Blobs;
import io.moneyprinter.platform.digest.Sha256;
import io.vertx.core.Future;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches the files of candidates: as little of them as will do, and none that was fetched before,
 * by any node.
 */
final class FileFetcher {
  /** What a failure points to: the brief says where pictures come from, not which. */
  static final String POINTER = "/materials/source";

  private static final Logger LOG = LoggerFactory.getLogger(FileFetcher.class);

  /** Beginnings are fetched in whole steps of this, so that others find them long enough. */
  private static final double STEP = 5;

  /** Seconds that a beginning may lack of what was asked for. */
  private static final double SLACK = 0.5;

  /** Files of one candidate that are tried. */
  private static final int TRIES = 2;

  private final Blobs blobs;
  private final PictureStore pictures;
  private final HeadFetcher heads;
  private final SourceMeters meters;
  private final long mostBytes;

  /**
   * @param mostBytes of one file, as the download is limited to
   */
  FileFetcher(
      Blobs blobs, PictureStore pictures, HeadFetcher heads, SourceMeters meters, long mostBytes) {
    this.blobs = blobs;
    this.pictures = pictures;
    this.heads = heads;
    this.meters = meters;
    this.mostBytes = mostBytes;
  }

  /**
   * One file while it is brought.
   *
   * @param part seconds of its beginning that are enough; 0 for the whole
   */
  private record Order(Candidate candidate, Rendition file, double part) {
    Order whole() {
      return new Order(candidate, file, 0);
    }

    /** Addresses carry tokens that change; what does not is their path, and the size. */
    String key() {
      String text =
          String.join(
              "\n",
              "material-1",
              candidate.source(),
              candidate.id(),
              file.url().replaceFirst("[?#].*", ""),
              file.width() + "x" + file.height(),
              "" + part);
      return Sha256.hex(text);
    }
  }

  /** The best of the candidate's files that turns out to be of use. */
  Future<Fetched> fetch(Candidate candidate, Wanted wanted) {
    List<Rendition> files = RenditionChoice.inOrder(candidate, wanted, mostBytes);
    if (files.isEmpty()) {
      return Future.failedFuture(
          ServiceFailure.invalid(
              POINTER,
              candidate.key()
                  + " has no file of at most "
                  + mostBytes
                  + " bytes that can be shown"));
    }
    double seconds = Math.ceil(wanted.seconds() / STEP) * STEP;
    double part = HeadFetcher.worth(candidate, seconds) ? seconds : 0;
    return fetch(candidate, files, 0, part);
  }

  private Future<Fetched> fetch(Candidate candidate, List<Rendition> files, int at, double part) {
    return bring(new Order(candidate, files.get(at), part))
        .recover(
            cause ->
                at + 1 < Math.min(TRIES, files.size())
                        && ServiceFailure.from(cause).code() == FailureCode.INVALID
                    ? fetch(candidate, files, at + 1, part)
                    : Future.failedFuture(cause));
  }

  private Future<Fetched> bring(Order order) {
    return known(order.whole())
        .compose(
            found ->
                found != null || order.part() == 0 ? Future.succeededFuture(found) : known(order))
        .compose(found -> found != null ? Future.succeededFuture(found) : fresh(order));
  }

  /** What was fetched before; {@code null} for nothing. */
  private Future<Fetched> known(Order order) {
    return blobs
        .recall(order.key())
        .compose(
            blob ->
                blob.isEmpty()
                    ? Future.succeededFuture(null)
                    : pictures
                        .look(order.candidate(), blob.get())
                        .onSuccess(found -> meters.came(order.candidate().source(), "reused"))
                        .map(found -> new Fetched(order.candidate(), found, order.file(), true)));
  }

  private Future<Fetched> fresh(Order order) {
    Candidate candidate = order.candidate();
    Future<Fetched> came =
        order.part() == 0
            ? complete(order)
            : heads
                .fetch(candidate, order.file(), order.part())
                .compose(blob -> looked(order, blob))
                .recover(
                    cause -> {
                      LOG.debug("{} is fetched whole: {}", candidate.key(), cause.getMessage());
                      return complete(order.whole());
                    });
    return came.onSuccess(got -> meters.came(candidate.source(), "fetched"))
        .onFailure(cause -> meters.failed(candidate.source(), cause));
  }

  private Future<Fetched> complete(Order order) {
    return pictures
        .store(order.candidate().source(), order.file().url())
        .compose(blob -> looked(order, blob));
  }

  private Future<Fetched> looked(Order order, Blob blob) {
    return pictures
        .look(order.candidate(), blob)
        .compose(picture -> lasting(picture, order.part()))
        .compose(
            picture ->
                blobs
                    .remember(order.key(), blob)
                    .map(noted -> new Fetched(order.candidate(), picture, order.file(), false)));
  }

  /** A beginning that turns out too short is of no use. */
  private static Future<Picture> lasting(Picture picture, double least) {
    return picture instanceof Picture.Footage footage && footage.seconds() < least - SLACK
        ? Future.failedFuture(ServiceFailure.invalid(POINTER, "The beginning is too short"))
        : Future.succeededFuture(picture);
  }
}
