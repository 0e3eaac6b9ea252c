package io.moneyprinter.gateway.limit;

import io.vertx.core.Future;
import io.vertx.redis.client.RedisAPI;
import io.vertx.redis.client.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Buckets in Redis, shared by all nodes: one script takes from all buckets of a request in one
 * step, by the clock of Redis.
 */
final class SharedBuckets implements TokenBuckets {
  private static final String PREFIX = "moneyprinter:limit:";
  private static final double THOUSANDTHS = 1_000;

  private final RedisLine redis;
  private final TokenScript script;
  private final ToDoubleFunction<Charge> beginning;

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
    return redis.api().compose(api -> run(api, charges)).map(answer -> verdict(charges, answer));
  }

  private Future<Response> run(RedisAPI api, List<Charge> charges) {
    return api.evalsha(arguments(script.digest(), charges))
        .recover(
            cause ->
                String.valueOf(cause.getMessage()).startsWith("NOSCRIPT")
                    ? api.eval(arguments(script.text(), charges)) // Redis is new, or was emptied
                    : Future.failedFuture(cause));
  }

  private List<String> arguments(String which, List<Charge> charges) {
    List<String> arguments = new ArrayList<>(2 + 5 * charges.size());
    arguments.add(which);
    arguments.add(Integer.toString(charges.size()));
    charges.forEach(charge -> arguments.add(PREFIX + charge.bucket()));
    for (Charge charge : charges) {
      arguments.add(Integer.toString(charge.cost()));
      arguments.add(Double.toString(charge.policy().rate()));
      arguments.add(Integer.toString(charge.policy().burst()));
      arguments.add(String.format(Locale.ROOT, "%.6f", beginning.applyAsDouble(charge)));
    }
    return arguments;
  }

  private static Verdict verdict(List<Charge> charges, Response answer) {
    List<Verdict.Standing> standings = new ArrayList<>(charges.size());
    for (int i = 0; i < charges.size(); i++) {
      standings.add(new Verdict.Standing(charges.get(i), answer.get(i + 1).toLong() / THOUSANDTHS));
    }
    return new Verdict(answer.get(0).toInteger() == 1, standings);
  }
}
