package io.moneyprinter.platform.providers;

import io.micrometer.core.instrument.MeterRegistry;
import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import java.time.Instant;
import java.util.Set;

/**
 * Asks a provider one harmless question with each of its keys, to learn whether it would work:
 * neither a breaker nor a resting key stands in between, and nothing is asked twice. Safe to use
 * from any thread.
 */
public final class ProviderProbe {
  /** How it went. */
  public enum Outcome {
    WORKS,
    KEY_REFUSED,
    /** The key's allowance is used up, or it asks too often. */
    LIMIT,
    /** Nobody answers, or not in time, or with trouble of its own. */
    NOT_REACHABLE,
    /** What answers is not the provider, or does not know the question. */
    UNEXPECTED
  }

  /**
   * What was learnt.
   *
   * @param detail a sentence without any key in it
   */
  public record Finding(Outcome outcome, String detail) {}

  private final Vertx vertx;
  private final MeterRegistry meters;

  public ProviderProbe(Vertx vertx, MeterRegistry meters) {
    this.vertx = vertx;
    this.meters = meters;
  }

  /** Asks; the first key that does not work is what is told. Never fails. */
  public Future<Finding> ask(ProviderSettings settings, ProviderRequest request) {
    KeyRing keys = new KeyRing(settings.keys());
    ProviderFailures failures = new ProviderFailures(settings, keys);
    SingleRequest single = new SingleRequest(vertx, meters, settings, keys, failures);
    return next(single, keys, failures, request, Math.max(1, settings.keys().size()))
        .eventually(
            () -> {
              single.close();
              return Future.succeededFuture();
            });
  }

  private static Future<Finding> next(
      SingleRequest single,
      KeyRing keys,
      ProviderFailures failures,
      ProviderRequest request,
      int left) {
    KeyRing.Key key = keys.next(Instant.now(), Set.of()).orElseThrow();
    return single
        .ask(request, key, answer -> json(answer, failures))
        .map(
            outcome ->
                outcome.trouble() == null
                    ? new Finding(Outcome.WORKS, "It answers")
                    : troubled(outcome.trouble(), failures))
        .recover(cause -> Future.succeededFuture(failed(ServiceFailure.from(cause))))
        .compose(
            finding ->
                finding.outcome() == Outcome.WORKS && left > 1
                    ? next(single, keys, failures, request, left - 1)
                    : Future.succeededFuture(finding));
  }

  private static Finding troubled(Trouble trouble, ProviderFailures failures) {
    Outcome outcome = trouble.rest() == KeyRing.Rest.REFUSED ? Outcome.KEY_REFUSED : Outcome.LIMIT;
    return new Finding(outcome, failures.of(trouble.status(), trouble.complaint()).getMessage());
  }

  private static Finding failed(ServiceFailure failure) {
    return new Finding(
        failure.code() == FailureCode.INVALID ? Outcome.UNEXPECTED : Outcome.NOT_REACHABLE,
        failure.getMessage());
  }

  /** A page that some other server shows is an answer too, but not the provider's. */
  private static Object json(ProviderResponse answer, ProviderFailures failures) {
    try {
      return Json.decodeValue(answer.body());
    } catch (DecodeException e) {
      throw new ServiceFailure(
          FailureCode.INVALID, failures.unreadable("it is not JSON").getMessage());
    }
  }
}
