package io.moneyprinter.platform.web;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.platform.pools.Pool;
import io.moneyprinter.platform.pools.WorkerPools;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Fetches files whose addresses come from outside, straight to disk. Each address, those of
 * redirects too, is judged by {@link PublicHosts} before anything is sent to it. Time, silence and
 * bytes are bounded; what a header declares is refused before a byte is read, what comes without
 * end is cut off.
 */
public final class PublicDownload implements AutoCloseable {
  private static final int MOST_REDIRECTS = 5;

  /** Bytes that may wait for the disk before the connection is told to. */
  private static final int WRITE_QUEUE = 4 << 20;

  private static final long CANCEL = 0x8; // RFC 9113, section 7
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

  private final Vertx vertx;
  private final WorkerPools pools;
  private final PublicHosts hosts;
  private final Limits limits;
  private final HttpClient http;

  /**
   * What a download may take.
   *
   * @param time for the whole of it, redirects included
   * @param silence the longest time without a byte
   * @param bytes of one file
   * @param agent what the program calls itself, with an address for complaints
   */
  public record Limits(Duration time, Duration silence, long bytes, String agent) {}

  /**
   * What came.
   *
   * @param bytes written to the file
   * @param partial whether it is the beginning only, as was asked for
   * @param total bytes of the whole file; -1 where the server does not say
   * @param contentType as the server says, in small letters; may be empty
   */
  public record Got(long bytes, boolean partial, long total, String contentType) {}

  public PublicDownload(Vertx vertx, WorkerPools pools, PublicHosts hosts, Limits limits) {
    this.vertx = vertx;
    this.pools = pools;
    this.hosts = hosts;
    this.limits = limits;
    this.http =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setConnectTimeout((int) Math.min(10_000, limits.time().toMillis()))
                .setIdleTimeout((int) Math.max(1, limits.silence().toMillis()))
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                .setKeepAlive(false));
  }

  /**
   * Downloads a file. On failure nothing is left behind.
   *
   * @param pointer what the address came from, for refusals
   * @param target must not exist yet
   * @param head how many bytes of the beginning are enough; 0 for the whole. A server that knows no
   *     ranges sends the whole all the same
   * @return fails with {@code INVALID} for an address that is refused, a status that is no file, or
   *     a file that is too large; {@code UNAVAILABLE} when a later try may succeed
   */
  public Future<Got> to(Path target, String pointer, String address, long head) {
    Transfer transfer = new Transfer(pointer, target, head);
    return transfer
        .get(address, 0)
        .timeout(limits.time().toMillis(), TimeUnit.MILLISECONDS)
        .recover(
            cause ->
                transfer.abandoned().compose(left -> Future.failedFuture(told(cause, address))));
  }

  private ServiceFailure told(Throwable cause, String address) {
    if (cause instanceof ServiceFailure known) {
      return known;
    }
    String host = URI.create(address.strip().replace(" ", "%20")).getHost();
    return ServiceFailure.unavailable(
        "A file of "
            + host
            + " could not be fetched: "
            + (cause instanceof TimeoutException
                ? "it took longer than " + limits.time().toSeconds() + " s"
                : String.valueOf(cause.getMessage())));
  }

  @Override
  public void close() {
    http.close();
  }

  /** One download with its redirects. */
  private final class Transfer {
    private final String pointer;
    private final Path target;
    private final long head;
    private volatile HttpClientRequest request;
    private volatile AsyncFile file;

    Transfer(String pointer, Path target, long head) {
      this.pointer = pointer;
      this.target = target;
      this.head = head;
    }

    void stop() {
      if (request != null) {
        request.reset(CANCEL);
      }
    }

    Future<Got> get(String text, int redirects) {
      if (redirects > MOST_REDIRECTS) {
        return Future.failedFuture(
            ServiceFailure.invalid(pointer, text + " redirects again and again"));
      }
      return Future.future((Promise<URI> parsed) -> parsed.complete(hosts.parsed(pointer, text)))
          .compose(
              address ->
                  pools
                      .run(Pool.MEDIA, () -> hosts.judged(pointer, address))
                      .compose(at -> opened().map(at))
                      .compose(at -> http.request(options(PublicHosts.request(address, at))))
                      .compose(this::send)
                      .compose(response -> follow(response, address, redirects)));
    }

    /** Before anything is sent: what comes must not have to wait for it. */
    private Future<Void> opened() {
      if (file != null) {
        return Future.succeededFuture();
      }
      return vertx
          .fileSystem()
          .open(target.toString(), new OpenOptions().setCreateNew(true).setRead(false))
          .onSuccess(made -> file = made.setWriteQueueMaxSize(WRITE_QUEUE))
          .mapEmpty();
    }

    /** Ends it and leaves nothing behind. */
    Future<Void> abandoned() {
      stop();
      if (file == null) {
        return Future.succeededFuture();
      }
      return file.close()
          .otherwiseEmpty()
          .compose(closed -> vertx.fileSystem().delete(target.toString()))
          .otherwiseEmpty();
    }

    private RequestOptions options(RequestOptions plain) {
      plain.putHeader("user-agent", limits.agent()).putHeader("accept", "*/*");
      if (head > 0) {
        plain.putHeader("range", "bytes=0-" + (head - 1));
      }
      return plain;
    }

    private Future<HttpClientResponse> send(HttpClientRequest made) {
      request = made;
      return made.send();
    }

    private Future<Got> follow(HttpClientResponse response, URI address, int redirects) {
      String location = response.getHeader(HttpHeaders.LOCATION);
      if (REDIRECTS.contains(response.statusCode()) && location != null) {
        response.exceptionHandler(ended -> {});
        stop();
        return get(address.resolve(location.replace(" ", "%20")).toString(), redirects + 1);
      }
      DownloadAnswer answer = new DownloadAnswer(response, limits.bytes(), pointer);
      Optional<ServiceFailure> refused = answer.refusal(address);
      if (refused.isPresent()) {
        response.exceptionHandler(ended -> {});
        stop();
        return Future.failedFuture(refused.get());
      }
      return new BoundedCopy(response, file, limits.bytes(), answer::tooLarge)
          .run()
          .compose(bytes -> file.close().map(bytes))
          .map(answer::got);
    }
  }
}
