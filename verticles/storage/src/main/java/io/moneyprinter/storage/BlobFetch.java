package io.moneyprinter.storage;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.storage.exchange.Exchange;
import io.moneyprinter.storage.exchange.Places;
import io.moneyprinter.storage.home.HomeFetch;
import io.moneyprinter.storage.objects.SingleFlight;
import io.vertx.core.Future;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/**
 * Brings files onto this node: out of its own encrypted folder, from another node, or from a
 * bucket, whichever is nearest. A file is in its place only if its bytes agree with its name.
 */
final class BlobFetch {
  private final LocalStorage files;
  private final Places places;
  private final HomeFetch homes;
  private final Optional<Exchange> exchange;
  private final SingleFlight<Blob> flights = new SingleFlight<>();

  /** Writes a file to a path; answers whether it had it. */
  private interface Source {
    Future<Boolean> read(Blob blob, Path target);
  }

  /**
   * @param exchange empty on a node without others
   */
  BlobFetch(LocalStorage files, Places places, HomeFetch homes, Optional<Exchange> exchange) {
    this.files = files;
    this.places = places;
    this.homes = homes;
    this.exchange = exchange;
  }

  /** The file on this node; whoever wants it at the same time waits for the same. */
  Future<Blob> bring(Blob blob) {
    return flights.join(
        blob.key(),
        () ->
            files
                .holds(blob)
                .compose(
                    here ->
                        here
                            ? Future.succeededFuture(blob)
                            : from(blob, this::near).compose(got -> got ? done(blob) : far(blob))));
  }

  /** The file on this node, from its own disk only: what other nodes are given. */
  Future<Path> own(Blob blob) {
    return files
        .holds(blob)
        .compose(here -> here ? Future.succeededFuture(true) : from(blob, this::near))
        .map(
            got -> {
              if (!got) {
                throw ServiceFailure.notFound("This node does not have the file " + blob.key());
              }
              return files.path(blob.key());
            });
  }

  private Future<Boolean> near(Blob blob, Path target) {
    return homes.read(blob.key(), target, false);
  }

  private Future<Blob> far(Blob blob) {
    return from(blob, this::peer)
        .recover(
            unreachable ->
                from(blob, this::bucket)
                    .compose(
                        got ->
                            got ? Future.succeededFuture(true) : Future.failedFuture(unreachable)))
        .compose(got -> got ? Future.succeededFuture(true) : from(blob, this::bucket))
        .compose(got -> got ? done(blob) : nobody(blob));
  }

  private Future<Boolean> peer(Blob blob, Path target) {
    return exchange
        .map(others -> others.read(blob, target))
        .orElseGet(() -> Future.succeededFuture(false));
  }

  private Future<Boolean> bucket(Blob blob, Path target) {
    return homes.read(blob.key(), target, true);
  }

  private Future<Blob> done(Blob blob) {
    return places.has(blob.key()).map(blob);
  }

  private Future<Blob> nobody(Blob blob) {
    return places
        .elsewhere(blob.key())
        .map(
            where -> {
              if (where == Places.Elsewhere.NOWHERE) {
                throw ServiceFailure.notFound("The store holds no file " + blob.key());
              }
              throw ServiceFailure.unavailable(
                  "The file "
                      + blob.key()
                      + " lies where this node cannot reach it at present: on a node that is away,"
                      + " or in a bucket that the settings of this node do not have");
            });
  }

  private Future<Boolean> from(Blob blob, Source source) {
    String name = "fetch-" + UUID.randomUUID();
    return files
        .demand(blob.size())
        .compose(room -> source.read(blob, files.staged(name)))
        .compose(
            got -> got ? files.takeAs(name, blob.key()).map(true) : Future.succeededFuture(false))
        .eventually(() -> files.discard(name));
  }
}
