package io.moneyprinter.gateway.limit;

import io.vertx.core.Future;
import io.vertx.redis.client.RedisAPI;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

/** Has Redis run the script that takes tokens. Of one event loop. */
final class TokenCall {
  private static final String PREFIX = "moneyprinter:limit:";
  private static final int FIRST_LEVEL = 2;
  private static final double THOUSANDTHS = 1_000;

  /**
   * What is asked for of all buckets at once, each counted in requests.
   *
   * @param waiting requests that wait for the answer
   * @param ahead for requests that are likely to come, as far as there is plenty
   * @param back taken ahead before, and not used
   */
  record Wish(int waiting, int ahead, int back) {}

  /**
   * What was given.
   *
   * @param passed of the waiting requests, the first ones
   * @param ahead for requests to come
   * @param levels of the buckets after that, in the order of the charges
   */
  record Grant(int passed, int ahead, double[] levels) {}

  private final RedisLine redis;
  private final TokenScript script;
  private final Duration patience;
  private final ToDoubleFunction<Charge> beginning;

  /**
   * @param patience after which an answer is not waited for any longer
   * @param beginning the level of a bucket that Redis does not know, or knows no longer
   */
  TokenCall(
      RedisLine redis, TokenScript script, Duration patience, ToDoubleFunction<Charge> beginning) {
    this.redis = redis;
    this.script = script;
    this.patience = patience;
    this.beginning = beginning;
  }

  Future<Grant> ask(List<Charge> charges, Wish wish) {
    return redis
        .api()
        .compose(api -> run(api, charges, wish))
        .timeout(patience.toMillis(), TimeUnit.MILLISECONDS)
        .map(answer -> grant(answer, charges.size()));
  }

  private Future<Response> run(RedisAPI api, List<Charge> charges, Wish wish) {
    return api.evalsha(arguments(script.digest(), charges, wish))
        .recover(
            cause ->
                String.valueOf(cause.getMessage()).startsWith("NOSCRIPT")
                    // Redis is new, or was emptied.
                    ? api.eval(arguments(script.text(), charges, wish))
                    : Future.failedFuture(cause));
  }

  private List<String> arguments(String which, List<Charge> charges, Wish wish) {
    List<String> arguments = new ArrayList<>(5 + 5 * charges.size());
    arguments.add(which);
    arguments.add(Integer.toString(charges.size()));
    for (Charge charge : charges) {
      arguments.add(PREFIX + charge.bucket());
    }
    arguments.add(Integer.toString(wish.waiting()));
    arguments.add(Integer.toString(wish.ahead()));
    arguments.add(Integer.toString(wish.back()));
    for (Charge charge : charges) {
      arguments.add(Integer.toString(charge.cost()));
      arguments.add(Double.toString(charge.policy().rate()));
      arguments.add(Integer.toString(charge.policy().burst()));
      arguments.add(Double.toString(beginning.applyAsDouble(charge)));
    }
    return arguments;
  }

  private static Grant grant(Response answer, int buckets) {
    double[] levels = new double[buckets];
    for (int i = 0; i < buckets; i++) {
      levels[i] = answer.get(FIRST_LEVEL + i).toLong() / THOUSANDTHS;
    }
    return new Grant(answer.get(0).toInteger(), answer.get(1).toInteger(), levels);
  }
}
