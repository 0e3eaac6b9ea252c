package io.moneyprinter.gateway.limit;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.redis.client.RedisAPI;
import io.vertx.redis.client.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Buckets in Redis, shared by all nodes: one script takes from all buckets of a request in one
 * step, by the clock of Redis. Requests that take the same from the same buckets while an answer is
 * awaited are asked for together, so that a busy caller does not cost a call for each request. Of
 * one event loop.
 */
final class SharedBuckets implements TokenBuckets {
  private static final String PREFIX = "moneyprinter:limit:";
  private static final double THOUSANDTHS = 1_000;

  private final RedisLine redis;
  private final TokenScript script;
  private final ToDoubleFunction<Charge> beginning;

  /** What is being asked for, with the requests that wait for the answer to ask in their turn. */
  private final Map<List<Charge>, List<Promise<Verdict>>> underWay = new HashMap<>();

  /**
   * @param beginning the level of a bucket that Redis does not know, or knows no longer
   */
  SharedBuckets(RedisLine redis, TokenScript script, ToDoubleFunction<Charge> beginning) {
    this.redis = redis;
    this.script = script;
    this.beginning = beginning;
  }

  @Override
  public Future<Verdict> take(List<Charge> charges) {
    Promise<Verdict> verdict = Promise.promise();
    List<Promise<Verdict>> next = underWay.get(charges);
    if (next != null) {
      next.add(verdict);
    } else {
      underWay.put(charges, new ArrayList<>());
      ask(charges, List.of(verdict));
    }
    return verdict.future();
  }

  /** Asks for all of them at once; for those that came meanwhile, when the answer is there. */
  private void ask(List<Charge> charges, List<Promise<Verdict>> waiting) {
    redis
        .api()
        .compose(api -> run(api, charges, waiting.size()))
        .onComplete(
            answer -> {
              List<Promise<Verdict>> next = underWay.remove(charges);
              if (!next.isEmpty()) {
                underWay.put(charges, new ArrayList<>());
                ask(charges, next);
              }
              tell(charges, waiting, answer);
            });
  }

  private static void tell(
      List<Charge> charges, List<Promise<Verdict>> waiting, AsyncResult<Response> answer) {
    if (answer.failed()) {
      waiting.forEach(verdict -> verdict.fail(answer.cause()));
      return;
    }
    int passed = answer.result().get(0).toInteger();
    for (int i = 0; i < waiting.size(); i++) {
      waiting.get(i).complete(verdict(charges, answer.result(), i < passed, passed - 1 - i));
    }
  }

  private Future<Response> run(RedisAPI api, List<Charge> charges, int requests) {
    return api.evalsha(arguments(script.digest(), charges, requests))
        .recover(
            cause ->
                String.valueOf(cause.getMessage()).startsWith("NOSCRIPT")
                    // Redis is new, or was emptied.
                    ? api.eval(arguments(script.text(), charges, requests))
                    : Future.failedFuture(cause));
  }

  private List<String> arguments(String which, List<Charge> charges, int requests) {
    List<String> arguments = new ArrayList<>(3 + 5 * charges.size());
    arguments.add(which);
    arguments.add(Integer.toString(charges.size()));
    charges.forEach(charge -> arguments.add(PREFIX + charge.bucket()));
    arguments.add(Integer.toString(requests));
    for (Charge charge : charges) {
      arguments.add(Integer.toString(charge.cost()));
      arguments.add(Double.toString(charge.policy().rate()));
      arguments.add(Integer.toString(charge.policy().burst()));
      arguments.add(String.format(Locale.ROOT, "%.6f", beginning.applyAsDouble(charge)));
    }
    return arguments;
  }

  /**
   * What one of the requests is told.
   *
   * @param later how many pass that were asked for together with it, but after it
   */
  private static Verdict verdict(List<Charge> charges, Response answer, boolean passed, int later) {
    List<Verdict.Standing> standings = new ArrayList<>(charges.size());
    for (int i = 0; i < charges.size(); i++) {
      Charge charge = charges.get(i);
      double level = answer.get(i + 1).toLong() / THOUSANDTHS;
      standings.add(
          new Verdict.Standing(charge, passed ? level + (double) later * charge.cost() : level));
    }
    return new Verdict(passed, standings);
  }
}
