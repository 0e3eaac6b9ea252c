package io.moneyprinter.storage.exchange;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.platform.node.PeerLink;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How this node and the others get at one another's files. */
public final class Exchange {
  private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);
  private static final Duration BEAT = Duration.ofSeconds(15);

  private final Vertx vertx;
  private final Places places;
  private final String node;
  private final PeerLink link;
  private final PeerServer server;
  private final PeerClient client;
  private HttpServer listening;
  private long timer;

  /**
   * @param node id of this node
   */
  public Exchange(Vertx vertx, Places places, String node, PeerLink link, OwnFiles files) {
    this.vertx = vertx;
    this.places = places;
    this.node = node;
    this.link = link;
    this.server = new PeerServer(vertx, link, files);
    this.client = new PeerClient(vertx, link);
  }

  /**
   * Opens the port and says so in the books.
   *
   * @param port 0 for any free one
   */
  public Future<Void> open(int port) {
    return server
        .listen(port)
        .compose(
            open -> {
              listening = open;
              String address = link.host() + ":" + open.actualPort();
              timer = vertx.setPeriodic(BEAT.toMillis(), tick -> beat(address));
              return places.seen(node, address);
            });
  }

  private void beat(String address) {
    places
        .seen(node, address)
        .onFailure(
            cause ->
                LOG.warn("The other nodes were not told of {}: {}", address, cause.toString()));
  }

  /**
   * Fetches a file from whichever node has it; answers whether one did.
   *
   * @param target is overwritten
   */
  public Future<Boolean> read(Blob blob, Path target) {
    return first(blob, peer -> client.fetch(peer, blob.key(), blob.size(), target).map(true))
        .map(Optional::isPresent);
  }

  /** Some bytes of a file from whichever node has it; empty when none does. */
  public Future<Optional<byte[]>> stretch(Blob blob, long offset, int length) {
    return first(blob, peer -> client.stretch(peer, blob.key(), offset, length));
  }

  private <T> Future<Optional<T>> first(Blob blob, Function<String, Future<T>> read) {
    return places.peers(blob.key()).compose(peers -> first(peers, blob, read));
  }

  private <T> Future<Optional<T>> first(
      List<String> peers, Blob blob, Function<String, Future<T>> read) {
    if (peers.isEmpty()) {
      return Future.succeededFuture(Optional.empty());
    }
    String peer = peers.get(0);
    List<String> others = peers.subList(1, peers.size());
    return read.apply(peer)
        .map(Optional::of)
        .recover(
            cause -> {
              FailureCode why = ServiceFailure.from(cause).code();
              return noted(peer, blob, why, cause)
                  .compose(
                      noted ->
                          others.isEmpty() && why != FailureCode.NOT_FOUND
                              ? Future.failedFuture(cause)
                              : first(others, blob, read));
            });
  }

  /** What turned out not to be so is struck out of the books. */
  private Future<Void> noted(String peer, Blob blob, FailureCode why, Throwable cause) {
    LOG.info("A file was not to be had from the node at {}: {}", peer, cause.getMessage());
    return switch (why) {
      case NOT_FOUND -> places.lostAt(blob.key(), peer);
      case UNAVAILABLE -> places.gone(peer);
      default -> Future.succeededFuture();
    };
  }

  /** Takes no more requests and says so. */
  public Future<Void> close() {
    vertx.cancelTimer(timer);
    Future<Void> closed = listening == null ? Future.succeededFuture() : listening.close();
    return places.leave(node).eventually(() -> closed);
  }
}
