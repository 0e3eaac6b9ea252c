package io.moneyprinter.platform.web;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.platform.pools.WorkerPools;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Fetches files whose addresses come from outside, straight to disk. Each address, those of
 * redirects too, is judged by {@link PublicHosts} before anything is sent to it. Time, silence and
 * bytes are bounded; what a header declares is refused before a byte is read, what comes without
 * end is cut off.
 */
public final class PublicDownload implements AutoCloseable {
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
    PublicTransfer transfer =
        new PublicTransfer(
            vertx, pools, hosts, limits, http, new PublicTransfer.Wanted(target, pointer, head));
    return transfer
        .get(address)
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
}
