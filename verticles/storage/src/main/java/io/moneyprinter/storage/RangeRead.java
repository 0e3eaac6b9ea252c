package io.moneyprinter.storage;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.storage.FindBlob;
import io.moneyprinter.codecs.storage.ReadStretch;
import io.moneyprinter.codecs.storage.Stretch;
import io.moneyprinter.storage.exchange.Exchange;
import io.moneyprinter.storage.home.HomeFetch;
import io.vertx.core.Future;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads stretches of files where the files are: on this node's disk, in its encrypted folder, on
 * another node, in a bucket, whichever is nearest. Only a file that cannot be read in part, because
 * it is compressed, is brought here whole; that are texts.
 */
final class RangeRead {
  private final DiskFiles disk;
  private final HomeFetch homes;
  private final Optional<Exchange> exchange;
  private final Function<FindBlob, Future<Blob>> entries;
  private final Function<Blob, Future<Blob>> bring;

  /**
   * @param exchange empty on a node without others
   * @param entries what the books say of a key; {@code NOT_FOUND} when nobody has the file
   * @param bring the whole file onto this node
   */
  RangeRead(
      DiskFiles disk,
      HomeFetch homes,
      Optional<Exchange> exchange,
      Function<FindBlob, Future<Blob>> entries,
      Function<Blob, Future<Blob>> bring) {
    this.disk = disk;
    this.homes = homes;
    this.exchange = exchange;
    this.entries = entries;
    this.bring = bring;
  }

  /** Answers {@link io.moneyprinter.codecs.storage.StorageMessages#READ_STRETCH}. */
  Future<Stretch> read(ReadStretch wish) {
    if (wish.offset() < 0 || wish.length() < 1 || wish.length() > ReadStretch.MOST) {
      throw ServiceFailure.invalid(
          "/length", "A stretch begins at 0 or later and has 1 to " + ReadStretch.MOST + " bytes");
    }
    return entries
        .apply(new FindBlob(wish.key()))
        .compose(blob -> bytes(blob, wish.offset(), wish.length()))
        .map(Stretch::new);
  }

  private Future<byte[]> bytes(Blob blob, long offset, int length) {
    return disk.read(blob, offset, length)
        .compose(
            found -> found.isPresent() ? Future.succeededFuture(found) : peer(blob, offset, length))
        .compose(
            found ->
                found.isPresent() ? Future.succeededFuture(found) : bucket(blob, offset, length))
        .compose(
            found ->
                found.isPresent()
                    ? Future.succeededFuture(found.get())
                    : bring.apply(blob).compose(here -> disk.readHere(here, offset, length)));
  }

  /** A node that does not answer is no reason to give up while there may be a bucket. */
  private Future<Optional<byte[]>> peer(Blob blob, long offset, int length) {
    return exchange
        .map(others -> others.stretch(blob, offset, length))
        .orElseGet(() -> Future.succeededFuture(Optional.empty()))
        .recover(
            unreachable ->
                bucket(blob, offset, length)
                    .compose(
                        found ->
                            found.isPresent()
                                ? Future.succeededFuture(found)
                                : Future.failedFuture(unreachable)));
  }

  private Future<Optional<byte[]>> bucket(Blob blob, long offset, int length) {
    return homes.range(blob.key(), offset, length, true);
  }
}
