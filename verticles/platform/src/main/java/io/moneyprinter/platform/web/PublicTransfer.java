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
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** One download with its redirects, each of which is judged anew. For one use. */
final class PublicTransfer {
  private static final int MOST_REDIRECTS = 5;

  /** Bytes that may wait for the disk before the connection is told to. */
  private static final int WRITE_QUEUE = 4 << 20;

  private static final long CANCEL = 0x8; // RFC 9113, section 7
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

  private final Vertx vertx;
  private final WorkerPools pools;
  private final PublicHosts hosts;
  private final PublicDownload.Limits limits;
  private final HttpClient http;
  private final Wanted wanted;
  private volatile HttpClientRequest request;
  private volatile AsyncFile file;

  /**
   * What is fetched.
   *
   * @param target must not exist yet
   * @param pointer what the address came from, for refusals
   * @param head how many bytes of the beginning are enough; 0 for the whole
   */
  record Wanted(Path target, String pointer, long head) {}

  PublicTransfer(
      Vertx vertx,
      WorkerPools pools,
      PublicHosts hosts,
      PublicDownload.Limits limits,
      HttpClient http,
      Wanted wanted) {
    this.vertx = vertx;
    this.pools = pools;
    this.hosts = hosts;
    this.limits = limits;
    this.http = http;
    this.wanted = wanted;
  }

  private void stop() {
    if (request != null) {
      request.reset(CANCEL);
    }
  }

  /** Fetches the file; fails as {@link PublicDownload#to} says, and may leave a part behind. */
  Future<PublicDownload.Got> get(String address) {
    return get(address, 0);
  }

  private Future<PublicDownload.Got> get(String text, int redirects) {
    if (redirects > MOST_REDIRECTS) {
      return Future.failedFuture(
          ServiceFailure.invalid(wanted.pointer(), text + " redirects again and again"));
    }
    return Future.future(
            (Promise<URI> parsed) -> parsed.complete(hosts.parsed(wanted.pointer(), text)))
        .compose(
            address ->
                pools
                    .run(Pool.MEDIA, () -> hosts.judged(wanted.pointer(), address))
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
        .open(wanted.target().toString(), new OpenOptions().setCreateNew(true).setRead(false))
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
        .compose(closed -> vertx.fileSystem().delete(wanted.target().toString()))
        .otherwiseEmpty();
  }

  private RequestOptions options(RequestOptions plain) {
    plain.putHeader("user-agent", limits.agent()).putHeader("accept", "*/*");
    if (wanted.head() > 0) {
      plain.putHeader("range", "bytes=0-" + (wanted.head() - 1));
    }
    return plain;
  }

  private Future<HttpClientResponse> send(HttpClientRequest made) {
    request = made;
    return made.send();
  }

  private Future<PublicDownload.Got> follow(
      HttpClientResponse response, URI address, int redirects) {
    String location = response.getHeader(HttpHeaders.LOCATION);
    if (REDIRECTS.contains(response.statusCode()) && location != null) {
      response.exceptionHandler(ended -> {});
      stop();
      return get(address.resolve(location.replace(" ", "%20")).toString(), redirects + 1);
    }
    DownloadAnswer answer = new DownloadAnswer(response, limits.bytes(), wanted.pointer());
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
