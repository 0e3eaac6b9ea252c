package io.moneyprinter.gateway.threat;

import io.moneyprinter.codecs.threat.Threat;
import io.moneyprinter.codecs.threat.ThreatAct;
import io.vertx.core.Future;
import io.vertx.redis.client.RedisAPI;
import io.vertx.redis.client.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** In Redis, shared by all nodes; each step is one script, by the clock of Redis. */
final class RedisThreats implements ThreatMemory {
  private static final String PREFIX = "moneyprinter:threat:";
  private static final String INDEX = PREFIX + "index";

  /** KEYS: the counter. ARGV: weight, window in ms. */
  private static final String COUNT =
      """
      local n = redis.call('INCRBY', KEYS[1], ARGV[1])
      if redis.call('PTTL', KEYS[1]) < 0 then redis.call('PEXPIRE', KEYS[1], ARGV[2]) end
      return n""";

  /** KEYS: the counter. ARGV: member, window in ms. Counts different ones, to about 1 %. */
  private static final String DISTINCT =
      """
      redis.call('PFADD', KEYS[1], ARGV[1])
      if redis.call('PTTL', KEYS[1]) < 0 then redis.call('PEXPIRE', KEYS[1], ARGV[2]) end
      return redis.call('PFCOUNT', KEYS[1])""";

  /**
   * KEYS: the measure, how often there was one, the index of all. ARGV: subject, act, its hardness,
   * pattern, reason, delay, first and longest time in ms. Gives since and until, or nothing.
   */
  private static final String TAKE =
      """
      local time = redis.call('TIME')
      local now = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
      local hard = tonumber(redis.call('HGET', KEYS[1], 'hard') or '-1')
      if hard >= tonumber(ARGV[3]) then return {} end
      local times = redis.call('INCR', KEYS[2])
      redis.call('PEXPIRE', KEYS[2], 86400000)
      local lasts = math.min(tonumber(ARGV[8]), tonumber(ARGV[7]) * 2 ^ math.min(times - 1, 20))
      local ends = string.format('%.0f', now + lasts)
      redis.call('HSET', KEYS[1], 'subject', ARGV[1], 'act', ARGV[2], 'hard', ARGV[3],
        'pattern', ARGV[4], 'reason', ARGV[5], 'delay', ARGV[6],
        'since', string.format('%.0f', now), 'until', ends)
      redis.call('PEXPIREAT', KEYS[1], ends)
      redis.call('ZADD', KEYS[3], ends, ARGV[1])
      return {string.format('%.0f', now), ends}""";

  /** KEYS: the index. ARGV: what the measures' keys begin with. */
  private static final String CURRENT =
      """
      local time = redis.call('TIME')
      redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', time[1] * 1000)
      local all = {}
      for _, subject in ipairs(redis.call('ZREVRANGE', KEYS[1], 0, 9999)) do
        local m = redis.call('HMGET', ARGV[1] .. subject,
          'subject', 'pattern', 'act', 'reason', 'since', 'until', 'delay')
        if m[1] then table.insert(all, m) end
      end
      return all""";

  private final RedisAPI redis;

  RedisThreats(RedisAPI redis) {
    this.redis = redis;
  }

  private static String measure(String subject) {
    return PREFIX + "measure:" + subject;
  }

  /** Only measures of one kind make one another longer. */
  private static String repeats(String subject, ThreatAct act) {
    return PREFIX + "repeats:" + act.name() + ":" + subject;
  }

  private static String counter(String counter, String subject) {
    return PREFIX + counter + ":" + subject;
  }

  @Override
  public Future<Long> count(ThreatRule rule) {
    boolean all = rule.member() == null;
    return redis
        .eval(
            List.of(
                all ? COUNT : DISTINCT,
                "1",
                counter(rule.counter(), rule.subject()),
                all ? Integer.toString(rule.weight()) : rule.member(),
                Long.toString(rule.window().toMillis())))
        .map(Response::toLong);
  }

  @Override
  public Future<Optional<Threat>> take(Measure measure) {
    return redis
        .eval(
            List.of(
                TAKE,
                "3",
                measure(measure.subject()),
                repeats(measure.subject(), measure.act()),
                INDEX,
                measure.subject(),
                measure.act().name(),
                Integer.toString(measure.act().ordinal()),
                measure.pattern(),
                measure.reason(),
                Long.toString(measure.delayMillis()),
                Long.toString(measure.first().toMillis()),
                Long.toString(measure.longest().toMillis())))
        .map(
            times ->
                times.size() == 0
                    ? Optional.empty()
                    : Optional.of(
                        new Threat(
                            measure.subject(),
                            measure.pattern(),
                            measure.act(),
                            measure.reason(),
                            instant(times.get(0)),
                            instant(times.get(1)),
                            measure.delayMillis())));
  }

  private static Instant instant(Response millis) {
    return Instant.ofEpochMilli(Long.parseLong(millis.toString()));
  }

  @Override
  public Future<List<Threat>> current() {
    return redis
        .eval(List.of(CURRENT, "1", INDEX, measure("")))
        .map(
            rows -> {
              List<Threat> threats = new ArrayList<>(rows.size());
              rows.forEach(row -> threats.add(threat(row)));
              return threats;
            });
  }

  private static Threat threat(Response row) {
    return new Threat(
        row.get(0).toString(),
        row.get(1).toString(),
        ThreatAct.valueOf(row.get(2).toString()),
        row.get(3).toString(),
        instant(row.get(4)),
        instant(row.get(5)),
        Long.parseLong(row.get(6).toString()));
  }

  @Override
  public Future<Optional<Threat>> lift(String subject) {
    List<String> keys = new ArrayList<>(List.of(measure(subject)));
    for (ThreatAct act : ThreatAct.values()) {
      keys.add(repeats(subject, act));
    }
    for (String counter : ThreatRule.COUNTERS) {
      keys.add(counter(counter, subject));
    }
    return current()
        .map(all -> all.stream().filter(threat -> threat.subject().equals(subject)).findFirst())
        .compose(
            found ->
                redis
                    .del(keys)
                    .compose(gone -> redis.zrem(List.of(INDEX, subject)))
                    .map(gone -> found));
  }
}
