package io.moneyprinter.storage.exchange;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.platform.node.PeerLink;
import io.moneyprinter.storage.objects.DiskFailure;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Fetches files from other nodes, as streams; what a broken connection cost is fetched from where
 * it broke.
 */
final class PeerClient {
  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final Duration SILENCE = Duration.ofSeconds(20);

  /** Breaks without a byte between them, after which it gives up. */
  private static final int BREAKS = 3;

  private static final int PARTIAL = 206;
  private static final int BEHIND_THE_END = 416;

  private final Vertx vertx;
  private final PeerToken token;
  private final HttpClient client;
  private final boolean tls;

  PeerClient(Vertx vertx, PeerLink link) {
    this.vertx = vertx;
    this.token = new PeerToken(link.secret(), Clock.systemUTC());
    HttpClientOptions options =
        new HttpClientOptions()
            .setConnectTimeout((int) CONNECT.toMillis())
            .setReadIdleTimeout((int) SILENCE.toSeconds())
            .setIdleTimeoutUnit(TimeUnit.SECONDS);
    link.secure(options);
    this.tls = options.isSsl();
    this.client = vertx.createHttpClient(options, new PoolOptions().setHttp1MaxSize(4));
  }

  /**
   * Writes the file to {@code target}. {@code NOT_FOUND} when that node does not have it, {@code
   * RESOURCE} when it does not let this node in, {@code UNAVAILABLE} when it cannot be reached.
   *
   * @param address host:port
   * @param size bytes of the file
   */
  Future<Void> fetch(String address, String key, long size, Path target) {
    return vertx
        .fileSystem()
        .open(target.toString(), new OpenOptions().setWrite(true).setTruncateExisting(true))
        .compose(
            file ->
                stretch(address, key, size, new Received(file, target), 0).eventually(file::close));
  }

  /** Some bytes of a file, fewer at its end; fails as {@link #fetch} does. */
  Future<byte[]> stretch(String address, String key, long offset, int length) {
    RequestOptions options = options(address, key, 0);
    options.putHeader("Range", "bytes=" + offset + "-" + (offset + length - 1));
    return client
        .request(options)
        .compose(HttpClientRequest::send)
        .compose(
            answer ->
                switch (answer.statusCode()) {
                  case PARTIAL -> answer.body().map(Buffer::getBytes);
                  case BEHIND_THE_END -> Future.succeededFuture(new byte[0]);
                  default -> Future.failedFuture(refused(answer.statusCode(), key));
                })
        .recover(cause -> Future.failedFuture(told(address, 0, length, cause)));
  }

  /** How much of the file has come. */
  private static final class Received {
    private final AsyncFile file;
    private final Path path;
    private long bytes;

    Received(AsyncFile file, Path path) {
      this.file = file;
      this.path = path;
    }

    /** Of the own disk, which no other connection would mend. */
    Throwable failure(Throwable cause) {
      return DiskFailure.told(path, cause);
    }
  }

  private Future<Void> stretch(
      String address, String key, long size, Received received, int breaks) {
    long before = received.bytes;
    return client
        .request(options(address, key, before))
        .compose(request -> send(request, key, before, received))
        .transform(
            done -> {
              boolean refused = done.failed() && done.cause() instanceof ServiceFailure;
              if (received.bytes == size && !refused) {
                return received.file.flush();
              }
              int inVain = received.bytes > before ? 0 : breaks + 1;
              if (refused || inVain >= BREAKS || received.bytes > size) {
                return Future.failedFuture(told(address, received.bytes, size, done.cause()));
              }
              return stretch(address, key, size, received, inVain);
            });
  }

  private RequestOptions options(String address, String key, long from) {
    int colon = address.lastIndexOf(':');
    RequestOptions options =
        new RequestOptions()
            .setMethod(HttpMethod.GET)
            .setSsl(tls)
            .setHost(address.substring(0, colon))
            .setPort(Integer.parseInt(address.substring(colon + 1)))
            .setURI("/blobs/" + key);
    if (from > 0) {
      options.putHeader("Range", "bytes=" + from + "-");
    }
    token.show(key).ifPresent(shown -> options.putHeader("Authorization", shown));
    return options;
  }

  private static Future<Void> send(
      HttpClientRequest request, String key, long from, Received received) {
    return request
        .send()
        .compose(
            response -> {
              int wanted = from > 0 ? 206 : 200;
              return response.statusCode() == wanted
                  ? write(response, received)
                  : Future.failedFuture(refused(response.statusCode(), key));
            });
  }

  private static Future<Void> write(HttpClientResponse response, Received received) {
    Promise<Void> end = Promise.promise();
    AsyncFile file = received.file;
    response.exceptionHandler(end::tryFail);
    response.handler(
        bytes -> {
          if (end.future().isComplete()) {
            // What a broken connection had still in store: the next one brings it again.
            return;
          }
          received.bytes += bytes.length();
          file.write(bytes).onFailure(full -> end.tryFail(received.failure(full)));
          if (file.writeQueueFull()) {
            response.pause();
            file.drainHandler(drained -> response.resume());
          }
        });
    response.endHandler(done -> file.flush().onComplete(end));
    return end.future();
  }

  private static ServiceFailure refused(int status, String key) {
    return status == 404
        ? ServiceFailure.notFound("That node does not have the file " + key)
        : new ServiceFailure(
            FailureCode.RESOURCE,
            "That node refused the file "
                + key
                + " ("
                + status
                + "): the nodes need the same cluster.secret, and clocks within minutes");
  }

  private static Throwable told(String address, long bytes, long size, Throwable cause) {
    return cause instanceof ServiceFailure
        ? cause
        : ServiceFailure.unavailable(
            "The node at %s did not give the file (%d of %d bytes)%s"
                .formatted(address, bytes, size, cause == null ? "" : ": " + cause));
  }
}
