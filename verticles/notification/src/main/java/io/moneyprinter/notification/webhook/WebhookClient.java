package io.moneyprinter.notification.webhook;

import io.moneyprinter.codecs.notification.DeliveryAttempt;
import io.moneyprinter.notification.sealing.Sealer;
import io.moneyprinter.platform.pools.Pool;
import io.moneyprinter.platform.pools.WorkerPools;
import io.moneyprinter.platform.providers.RetryAfter;
import io.moneyprinter.platform.web.PublicHosts;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Sends one message, signed by the present secret and, for a while, by the one before. The name of
 * the host is resolved once and judged; no redirect is followed.
 */
final class WebhookClient implements AutoCloseable {
  /** Of an answer, for the log. */
  private static final int MOST_ANSWER = 2_000;

  private static final int LONGEST_ERROR = 500;
  private static final String POINTER = "/url";

  private final WorkerPools pools;
  private final PublicHosts hosts;
  private final Sealer sealer;
  private final Duration limit;
  private final Clock clock;
  private final HttpClient http;

  /**
   * How it went.
   *
   * @param asked pause that the other side wants before the next time
   */
  record Outcome(DeliveryAttempt attempt, Optional<Duration> asked) {
    boolean arrived() {
      return attempt.error() == null;
    }

    /** The other side says that it will never want any more. */
    boolean gone() {
      return attempt.status() != null && attempt.status() == 410;
    }
  }

  WebhookClient(
      Vertx vertx,
      WorkerPools pools,
      PublicHosts hosts,
      Sealer sealer,
      Duration limit,
      Clock clock) {
    this.pools = pools;
    this.hosts = hosts;
    this.sealer = sealer;
    this.limit = limit;
    this.clock = clock;
    this.http =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setConnectTimeout((int) Math.min(10_000, limit.toMillis()))
                .setKeepAlive(false));
  }

  /** Never fails: what went wrong is the outcome. */
  Future<Outcome> send(DeliveryStore.Outgoing message) {
    Instant begin = clock.instant();
    HttpClientRequest[] made = new HttpClientRequest[1];
    Future<Outcome> exchange =
        Future.future(
                (Promise<URI> p) -> p.complete(hosts.parsed(POINTER, message.webhook().url())))
            .compose(
                address ->
                    pools
                        .run(Pool.MEDIA, () -> hosts.judged(POINTER, address))
                        .map(at -> options(message, PublicHosts.request(address, at), begin)))
            .compose(http::request)
            .compose(
                request -> {
                  made[0] = request;
                  return request.send(Buffer.buffer(message.body()));
                })
            .compose(answer -> read(answer, begin));
    return exchange
        .timeout(limit.toMillis(), TimeUnit.MILLISECONDS)
        .onFailure(
            cause -> {
              if (made[0] != null) {
                made[0].reset(0x8);
              }
            })
        .otherwise(
            cause ->
                new Outcome(
                    new DeliveryAttempt(
                        begin, null, millisSince(begin), clean(reason(cause), LONGEST_ERROR), null),
                    Optional.empty()));
  }

  private RequestOptions options(
      DeliveryStore.Outgoing message, RequestOptions plain, Instant now) {
    WebhookRow webhook = message.webhook();
    String place = WebhookRow.place(webhook.id());
    String id = message.id().toString();
    long seconds = now.getEpochSecond();
    String signatures =
        SigningSecret.of(sealer.open(webhook.secret(), place)).sign(id, seconds, message.body());
    if (webhook.oldSecret() != null && webhook.oldUntil().isAfter(now)) {
      signatures +=
          " "
              + SigningSecret.of(sealer.open(webhook.oldSecret(), place))
                  .sign(id, seconds, message.body());
    }
    return plain
        .setMethod(HttpMethod.POST)
        .putHeader("content-type", "application/json")
        .putHeader("user-agent", "moneyprinter/0.1 (webhooks)")
        .putHeader("webhook-id", id)
        .putHeader("webhook-timestamp", Long.toString(seconds))
        .putHeader("webhook-signature", signatures);
  }

  private Future<Outcome> read(HttpClientResponse answer, Instant begin) {
    Promise<Buffer> beginning = Promise.promise();
    Buffer read = Buffer.buffer();
    answer
        .exceptionHandler(broken -> beginning.tryComplete(read))
        .endHandler(end -> beginning.tryComplete(read))
        .handler(
            chunk -> {
              read.appendBuffer(chunk);
              if (read.length() > MOST_ANSWER && beginning.tryComplete(read)) {
                answer.request().reset(0x8);
              }
            });
    return beginning
        .future()
        .map(
            body -> {
              int status = answer.statusCode();
              String text = new String(body.getBytes(), StandardCharsets.UTF_8);
              return new Outcome(
                  new DeliveryAttempt(
                      begin,
                      status,
                      millisSince(begin),
                      status / 100 == 2 ? null : "The answer is " + status + ", not 2xx",
                      text.isBlank() ? null : clean(text, MOST_ANSWER)),
                  status / 100 == 2
                      ? Optional.empty()
                      : Optional.ofNullable(answer.getHeader("retry-after"))
                          .map(header -> RetryAfter.parse(header, clock)));
            });
  }

  private String reason(Throwable cause) {
    return cause instanceof TimeoutException
        ? "No answer within " + limit.toSeconds() + " s"
        : String.valueOf(cause.getMessage());
  }

  private int millisSince(Instant begin) {
    return (int) Duration.between(begin, clock.instant()).toMillis();
  }

  /** PostgreSQL keeps any character but NUL. */
  private static String clean(String text, int most) {
    String kept = text.replace("\0", "");
    return kept.length() > most ? kept.substring(0, most) + "…" : kept;
  }

  @Override
  public void close() {
    http.close();
  }
}
