package io.moneyprinter.gateway.threat;

import io.moneyprinter.codecs.threat.Threat;
import io.moneyprinter.codecs.threat.ThreatAct;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** In the memory of one gateway; what is longest unused is forgotten. Of one event loop. */
final class LocalThreats implements ThreatMemory {
  private static final int MOST = 20_000;
  private static final int MOST_MEMBERS = 1_000;
  private static final Duration REMEMBERED = Duration.ofDays(1);

  private static final class Window {
    private final Instant until;
    private final Set<String> members = new HashSet<>();
    private long count;

    private Window(Instant until) {
      this.until = until;
    }
  }

  private record Repeats(int times, Instant until) {}

  private static <V> Map<String, V> bounded() {
    return new LinkedHashMap<>(64, 0.75f, true) {
      private static final long serialVersionUID = 1L;

      @Override
      protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
        return size() > MOST;
      }
    };
  }

  private final Clock clock;
  private final Map<String, Window> windows = bounded();
  private final Map<String, Threat> threats = bounded();
  private final Map<String, Repeats> repeats = bounded();

  LocalThreats(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Future<Long> count(ThreatRule rule) {
    Instant now = clock.instant();
    Window window =
        windows.compute(
            rule.counter() + " " + rule.subject(),
            (name, old) ->
                old == null || !now.isBefore(old.until)
                    ? new Window(now.plus(rule.window()))
                    : old);
    if (rule.member() == null) {
      window.count += rule.weight();
    } else if (window.members.size() < MOST_MEMBERS && window.members.add(rule.member())) {
      window.count++;
    }
    return Future.succeededFuture(window.count);
  }

  @Override
  public Future<Optional<Threat>> take(Measure measure) {
    Instant now = clock.instant();
    Threat old = threats.get(measure.subject());
    if (old != null && now.isBefore(old.until()) && old.act().compareTo(measure.act()) >= 0) {
      return Future.succeededFuture(Optional.empty());
    }
    String series = measure.act() + " " + measure.subject();
    Repeats before = repeats.get(series);
    int times = before == null || now.isAfter(before.until()) ? 0 : before.times();
    repeats.put(series, new Repeats(times + 1, now.plus(REMEMBERED)));
    long millis =
        Math.min(measure.longest().toMillis(), measure.first().toMillis() << Math.min(times, 20));
    Threat threat =
        new Threat(
            measure.subject(),
            measure.pattern(),
            measure.act(),
            measure.reason(),
            now,
            now.plusMillis(millis),
            measure.delayMillis());
    threats.put(measure.subject(), threat);
    return Future.succeededFuture(Optional.of(threat));
  }

  @Override
  public Future<List<Threat>> current() {
    Instant now = clock.instant();
    threats.values().removeIf(threat -> !now.isBefore(threat.until()));
    return Future.succeededFuture(List.copyOf(threats.values()));
  }

  @Override
  public Future<Optional<Threat>> lift(String subject) {
    for (String counter : ThreatRule.COUNTERS) {
      windows.remove(counter + " " + subject);
    }
    for (ThreatAct act : ThreatAct.values()) {
      repeats.remove(act + " " + subject);
    }
    return Future.succeededFuture(Optional.ofNullable(threats.remove(subject)));
  }
}
