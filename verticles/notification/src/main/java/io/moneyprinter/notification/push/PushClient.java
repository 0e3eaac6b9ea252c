package io.moneyprinter.notification.push;

import io.moneyprinter.notification.sealing.Sealer;
import io.moneyprinter.platform.pools.Pool;
import io.moneyprinter.platform.pools.WorkerPools;
import io.moneyprinter.platform.providers.RetryAfter;
import io.moneyprinter.platform.web.PublicHosts;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Hands one message to a push service (RFC 8030, section 5), encrypted for the browser. The name of
 * the host is resolved once and judged; no redirect is followed, and no answer is read.
 */
final class PushClient implements AutoCloseable {
  private static final String POINTER = "/endpoint";

  private final WorkerPools pools;
  private final PublicHosts hosts;
  private final VapidKeys keys;
  private final Sealer sealer;
  private final PushEncryption encryption;
  private final String contact;
  private final Duration life;
  private final Duration limit;
  private final Clock clock;
  private final HttpClient http;

  /**
   * What the push service said.
   *
   * @param asked pause that it wants before the next time
   */
  record Answer(int status, Optional<Duration> asked) {
    boolean taken() {
      return status / 100 == 2;
    }

    /** The subscription is no more (RFC 8030, section 7.3); some services say 410. */
    boolean gone() {
      return status == 404 || status == 410;
    }

    boolean passing() {
      return status == 408 || status == 429 || status / 100 == 5;
    }
  }

  /** A message as it is sent. */
  private record Sealed(InetAddress at, byte[] body, String authorization) {}

  PushClient(
      Vertx vertx,
      WorkerPools pools,
      PublicHosts hosts,
      VapidKeys keys,
      Sealer sealer,
      PushEncryption encryption,
      String contact,
      Duration life,
      Duration limit,
      Clock clock) {
    this.pools = pools;
    this.hosts = hosts;
    this.keys = keys;
    this.sealer = sealer;
    this.encryption = encryption;
    this.contact = contact;
    this.life = life;
    this.limit = limit;
    this.clock = clock;
    this.http =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setConnectTimeout((int) Math.min(10_000, limit.toMillis()))
                .setKeepAlive(false));
  }

  /** Fails where there is no answer, or where the address may not be asked. */
  Future<Answer> send(PushRow browser, PushMessage message) {
    URI endpoint = hosts.parsed(POINTER, browser.endpoint());
    HttpClientRequest[] made = new HttpClientRequest[1];
    return keys.key()
        .compose(key -> pools.run(Pool.MEDIA, () -> seal(browser, endpoint, message, key)))
        .compose(
            letter ->
                http.request(options(endpoint, message, letter))
                    .compose(
                        request -> {
                          made[0] = request;
                          return request.send(Buffer.buffer(letter.body()));
                        }))
        .map(this::answer)
        .timeout(limit.toMillis(), TimeUnit.MILLISECONDS)
        .onComplete(
            done -> {
              if (made[0] != null) {
                made[0].reset(0x8);
              }
            });
  }

  private Sealed seal(PushRow browser, URI endpoint, PushMessage message, VapidKey key) {
    byte[] auth = sealer.open(browser.auth(), PushRow.place(browser.endpoint()));
    return new Sealed(
        hosts.judged(POINTER, endpoint),
        encryption.encrypt(message.text(), P256.publicKey(browser.publicKey()), auth),
        key.authorization(endpoint, contact, clock.instant()));
  }

  private RequestOptions options(URI endpoint, PushMessage message, Sealed letter) {
    return PublicHosts.request(endpoint, letter.at())
        .setMethod(HttpMethod.POST)
        .putHeader("authorization", letter.authorization())
        .putHeader("content-encoding", "aes128gcm")
        .putHeader("content-type", "application/octet-stream")
        .putHeader("ttl", Long.toString(life.toSeconds()))
        .putHeader("topic", message.topic())
        .putHeader("urgency", message.urgency())
        .putHeader("user-agent", "moneyprinter/0.1 (web push)");
  }

  private Answer answer(HttpClientResponse response) {
    response.exceptionHandler(ended -> {});
    return new Answer(
        response.statusCode(),
        Optional.ofNullable(response.getHeader("retry-after"))
            .map(header -> RetryAfter.parse(header, clock)));
  }

  @Override
  public void close() {
    http.close();
  }
}
