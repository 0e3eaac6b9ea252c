package io.moneyprinter.platform.web;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.platform.pools.Pool;
import io.moneyprinter.platform.pools.WorkerPools;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.RequestOptions;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/**
 * Fetches pages whose addresses come from users. A name is resolved first and then connected to at
 * the very address that was judged, so that no second answer of a name server leads elsewhere; each
 * redirect is judged anew. Time and bytes are bounded. Failures name the address, never what an
 * inner server said.
 */
public final class PublicFetch implements AutoCloseable {
  private static final int MOST_REDIRECTS = 5;
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

  private final WorkerPools pools;
  private final PublicHosts hosts;
  private final Limits limits;
  private final HttpClient http;

  /**
   * What a fetch may take.
   *
   * @param time for the whole of it, redirects included
   * @param bytes of one answer
   * @param privateHosts names and addresses that may be fetched although they are not public
   */
  public record Limits(Duration time, long bytes, Set<String> privateHosts) {
    public Limits {
      privateHosts = Set.copyOf(privateHosts);
    }
  }

  /**
   * What came.
   *
   * @param address after all redirects
   * @param contentType in lower case with its parameters; may be empty
   */
  public record Page(int status, URI address, String contentType, Buffer body) {}

  public PublicFetch(Vertx vertx, WorkerPools pools, Limits limits) {
    this.pools = pools;
    this.limits = limits;
    this.hosts = new PublicHosts(limits.privateHosts(), "content.sources.private-hosts");
    this.http =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setConnectTimeout((int) Math.min(10_000, limits.time().toMillis()))
                .setKeepAlive(false));
  }

  /**
   * Fetches a page.
   *
   * @param pointer the key of the brief that the address came from, for the refusal
   * @param accept media types, as in the header of that name
   */
  public Future<Page> get(String pointer, String address, String accept) {
    Fetch fetch = new Fetch(pointer, accept);
    return fetch
        .get(address, 0)
        .timeout(limits.time().toMillis(), TimeUnit.MILLISECONDS)
        .onFailure(cause -> fetch.stop())
        .recover(
            cause ->
                Future.failedFuture(
                    cause instanceof ServiceFailure
                        ? cause
                        : ServiceFailure.unavailable(
                            address
                                + " could not be fetched: "
                                + (cause instanceof TimeoutException
                                    ? "it took longer than " + limits.time().toSeconds() + " s"
                                    : String.valueOf(cause.getMessage())))));
  }

  @Override
  public void close() {
    http.close();
  }

  /** One fetch with its redirects. */
  private final class Fetch {
    private final String pointer;
    private final String accept;
    private volatile HttpClientRequest request;

    Fetch(String pointer, String accept) {
      this.pointer = pointer;
      this.accept = accept;
    }

    void stop() {
      if (request != null) {
        request.reset(0x8);
      }
    }

    Future<Page> get(String text, int redirects) {
      URI address = hosts.parsed(pointer, text);
      if (redirects > MOST_REDIRECTS) {
        return Future.failedFuture(
            ServiceFailure.invalid(pointer, text + " redirects again and again"));
      }
      return pools
          .run(Pool.MEDIA, () -> hosts.judged(pointer, address))
          .compose(at -> http.request(options(address, at)))
          .compose(
              made -> {
                request = made;
                return made.send();
              })
          .compose(response -> follow(response, address, redirects));
    }

    private RequestOptions options(URI address, InetAddress at) {
      return PublicHosts.request(address, at)
          .putHeader("accept", accept)
          .putHeader("user-agent", "moneyprinter/0.1 (script sources)");
    }

    private Future<Page> follow(HttpClientResponse response, URI address, int redirects) {
      String location = response.getHeader(HttpHeaders.LOCATION);
      if (REDIRECTS.contains(response.statusCode()) && location != null) {
        // What else it says is not wanted, and may be without end.
        response.exceptionHandler(ended -> {});
        stop();
        return get(address.resolve(location).toString(), redirects + 1);
      }
      return body(response)
          .map(
              body ->
                  new Page(
                      response.statusCode(),
                      address,
                      Optional.ofNullable(response.getHeader(HttpHeaders.CONTENT_TYPE))
                          .orElse("")
                          .toLowerCase(Locale.ROOT),
                      body));
    }

    private Future<Buffer> body(HttpClientResponse response) {
      Promise<Buffer> whole = Promise.promise();
      Buffer read = Buffer.buffer();
      response
          .exceptionHandler(whole::tryFail)
          .endHandler(end -> whole.tryComplete(read))
          .handler(
              chunk -> {
                read.appendBuffer(chunk);
                if (read.length() > limits.bytes()
                    && whole.tryFail(
                        ServiceFailure.invalid(
                            pointer, "The page has more than " + limits.bytes() + " bytes"))) {
                  stop();
                }
              });
      return whole.future();
    }
  }

  /** The hosts of a setting, as they are compared. */
  public static Set<String> hosts(List<String> written) {
    return written.stream()
        .map(host -> host.toLowerCase(Locale.ROOT))
        .collect(Collectors.toUnmodifiableSet());
  }
}
