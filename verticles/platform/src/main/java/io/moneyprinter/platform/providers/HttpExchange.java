package io.moneyprinter.platform.providers;

import io.moneyprinter.codecs.bus.Cancellation;
import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * One request and its whole answer, within a time that counts to the last byte, and within a number
 * of bytes. Ends the connection when either is passed. Runs on the context it is begun on.
 */
final class HttpExchange {
  private static final long CANCEL = 0x8; // RFC 9113, section 7

  private final Vertx vertx;
  private final long bodyLimit;
  private final Supplier<? extends Throwable> tooLarge;
  private final Consumer<Buffer> chunks;
  private final Promise<ProviderResponse> outcome = Promise.promise();
  private HttpClientRequest request;

  /**
   * @param chunks hears a 2xx answer as it comes; may be {@code null}
   */
  HttpExchange(
      Vertx vertx,
      long bodyLimit,
      Supplier<? extends Throwable> tooLarge,
      Consumer<Buffer> chunks) {
    this.vertx = vertx;
    this.bodyLimit = bodyLimit;
    this.tooLarge = tooLarge;
    this.chunks = chunks;
  }

  /**
   * The answer, whatever its status; {@code CANCELLED} when the work that it is for is called off
   * meanwhile. To be called once.
   */
  Future<ProviderResponse> run(
      HttpClient http, RequestOptions options, Buffer body, Duration limit) {
    Context context = vertx.getOrCreateContext();
    stopWith(Cancellation.current(), context);
    context.runOnContext(
        begun -> {
          if (outcome.future().isComplete()) {
            return;
          }
          long timer =
              vertx.setTimer(
                  Math.max(1, limit.toMillis()),
                  late -> fail(new TimeoutException("No whole answer within " + limit)));
          outcome.future().onComplete(done -> vertx.cancelTimer(timer));
          http.request(options)
              .compose(
                  made -> {
                    request = made;
                    if (outcome.future().isComplete()) {
                      made.reset(CANCEL);
                      return Future.failedFuture(outcome.future().cause());
                    }
                    return body == null ? made.send() : made.send(body);
                  })
              .onSuccess(this::receive)
              .onFailure(this::fail);
        });
    return outcome.future();
  }

  /** What was answered must not be kept as long as the work goes on: hence the detour. */
  private void stopWith(Optional<Cancellation> work, Context context) {
    AtomicReference<HttpExchange> open = new AtomicReference<>(this);
    outcome.future().onComplete(done -> open.set(null));
    work.ifPresent(
        cancellation ->
            cancellation.onCancel(
                () -> {
                  HttpExchange left = open.get();
                  if (left != null) {
                    context.runOnContext(stopped -> left.fail(calledOff()));
                  }
                }));
  }

  private static ServiceFailure calledOff() {
    return new ServiceFailure(FailureCode.CANCELLED, "The work was called off while it waited");
  }

  private void receive(HttpClientResponse response) {
    Buffer whole = Buffer.buffer();
    boolean heard = chunks != null && response.statusCode() / 100 == 2;
    response
        .exceptionHandler(this::fail)
        .handler(
            chunk -> {
              if (outcome.future().isComplete()) {
                return;
              }
              if (whole.length() + (long) chunk.length() > bodyLimit) {
                fail(tooLarge.get());
                return;
              }
              whole.appendBuffer(chunk);
              if (heard) {
                hear(chunk);
              }
            })
        .endHandler(
            end ->
                outcome.tryComplete(
                    new ProviderResponse(response.statusCode(), response.headers(), whole)));
  }

  private void hear(Buffer chunk) {
    try {
      chunks.accept(chunk);
    } catch (RuntimeException e) {
      fail(e);
    }
  }

  private void fail(Throwable cause) {
    if (outcome.tryFail(cause) && request != null) {
      request.reset(CANCEL);
    }
  }
}
