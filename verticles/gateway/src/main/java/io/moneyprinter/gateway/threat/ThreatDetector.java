package io.moneyprinter.gateway.threat;

import io.micrometer.core.instrument.MeterRegistry;
import io.moneyprinter.codecs.audit.AuditActions;
import io.moneyprinter.codecs.audit.AuditOutcome;
import io.moneyprinter.codecs.audit.RecordAudit;
import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.threat.CheckThreat;
import io.moneyprinter.codecs.threat.LiftThreat;
import io.moneyprinter.codecs.threat.ReportThreat;
import io.moneyprinter.codecs.threat.Threat;
import io.moneyprinter.codecs.threat.ThreatAct;
import io.moneyprinter.codecs.threat.ThreatChanged;
import io.moneyprinter.codecs.threat.ThreatList;
import io.moneyprinter.codecs.threat.ThreatMessages;
import io.moneyprinter.codecs.threat.ThreatNoted;
import io.moneyprinter.codecs.threat.ThreatVerdict;
import io.moneyprinter.platform.audit.AuditTrail;
import io.moneyprinter.platform.service.ServiceScope;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts reports, decides, and tells all nodes, the audit log and the log. Of one event loop. */
public final class ThreatDetector {
  private static final Logger LOG = LoggerFactory.getLogger(ThreatDetector.class);
  private static final long LOOK_EVERY_MILLIS = 1_000;

  private final ThreatConfig config;
  private final ThreatRules rules;
  private final ThreatMemory memory;
  private final ThreatTable table;
  private final EventBus bus;
  private final AuditTrail trail;
  private final MeterRegistry meters;
  private final Clock clock;

  private ThreatDetector(ThreatConfig config, ServiceScope scope, Clock clock) {
    this.config = config;
    this.rules = new ThreatRules(config);
    this.meters = scope.node().meters();
    this.memory = new SharedThreats(scope.node().redis(), config.patience(), clock, scope.gauges());
    this.table = new ThreatTable(clock);
    this.bus = scope.bus();
    this.trail = new AuditTrail(bus);
    this.clock = clock;
  }

  /** Opens the detector and answers for it until the scope closes. */
  public static ThreatDetector open(ThreatConfig config, ServiceScope scope, Clock clock) {
    ThreatDetector detector = new ThreatDetector(config, scope, clock);
    scope.serve(ThreatMessages.REPORT, detector::report);
    scope.serve(ThreatMessages.CHECK, detector::check);
    scope.serve(ThreatMessages.LIST, asked -> detector.list());
    scope.serve(ThreatMessages.LIFT, detector::lift);
    scope.listen(ThreatMessages.CHANGED, detector::changed);
    long timer = scope.vertx().setPeriodic(LOOK_EVERY_MILLIS, due -> detector.look());
    scope.onClose(
        () -> {
          scope.vertx().cancelTimer(timer);
          return Future.succeededFuture();
        });
    detector.look();
    return detector;
  }

  private void look() {
    memory
        .current()
        .onSuccess(table::replace)
        .onFailure(cause -> LOG.warn("Who is locked could not be read: {}", cause.getMessage()));
  }

  private void changed(ThreatChanged change) {
    if (change.lifted()) {
      table.remove(change.threat().subject());
    } else {
      table.put(change.threat());
    }
  }

  ThreatTable table() {
    return table;
  }

  /** Counts a report. What is no address is passed over. */
  public Future<ThreatNoted> report(ReportThreat report) {
    InetAddress address = Networks.parse(report.address());
    if (address == null || !config.enabled()) {
      return Future.succeededFuture(new ThreatNoted());
    }
    Future<?> counted = Future.succeededFuture();
    for (ThreatRule rule : rules.of(report, address)) {
      counted = counted.compose(before -> memory.count(rule)).compose(n -> weigh(rule, n));
    }
    return counted.map(done -> new ThreatNoted());
  }

  private Future<?> weigh(ThreatRule rule, long count) {
    boolean address = rule.counter().equals(ThreatRule.FAILURES) && rule.act() == ThreatAct.LOCK;
    if (count >= rule.threshold()) {
      return take(rule, rule.act(), count);
    }
    return address && rule.threshold() > 1 && count * 2 >= rule.threshold()
        ? take(rule, ThreatAct.SLOW, count)
        : Future.succeededFuture();
  }

  private Future<?> take(ThreatRule rule, ThreatAct act, long count) {
    boolean lock = act == ThreatAct.LOCK;
    Duration first = lock ? config.lock() : config.window();
    ThreatMemory.Measure measure =
        new ThreatMemory.Measure(
            rule.subject(),
            rule.pattern(),
            act,
            rule.reason() + " (" + count + " within " + rule.window().toSeconds() + " s)",
            first,
            lock ? config.longestLock() : first,
            act == ThreatAct.SLOW ? config.delay().toMillis() : 0);
    return memory.take(measure).onSuccess(taken -> taken.ifPresent(this::tell));
  }

  private void tell(Threat threat) {
    table.put(threat);
    ThreatMessages.CHANGED.publish(bus, new ThreatChanged(threat, false));
    meters
        .counter("gateway.threats", "pattern", threat.pattern(), "act", word(threat.act()))
        .increment();
    LOG.warn(
        "{} {}: {}, {} until {}",
        threat.subject(),
        threat.reason(),
        threat.pattern(),
        word(threat.act()),
        threat.until());
    trail.note(
        RecordAudit.of(AuditActions.THREAT_DETECT, AuditOutcome.SUCCESS)
            .by(CallContext.LOCAL_TENANT, CallContext.SYSTEM)
            .on(threat.subject())
            .with("pattern", threat.pattern())
            .with("act", word(threat.act()))
            .with("until", threat.until().toString()));
  }

  private static String word(ThreatAct act) {
    return act.name().toLowerCase(Locale.ROOT);
  }

  private Future<ThreatVerdict> check(CheckThreat login) {
    InetAddress address = Networks.parse(login.address());
    if (address == null || !config.enabled()) {
      return Future.succeededFuture(ThreatVerdict.PASS);
    }
    Optional<Threat> worst =
        Stream.of(
                ThreatRules.ofAddress(address),
                ThreatRules.ofAccount(login.account(), address),
                ThreatRules.ofAccount(login.account()))
            .flatMap(subject -> table.holding(subject).stream())
            .max(Comparator.comparing(Threat::act));
    return Future.succeededFuture(worst.map(this::verdict).orElse(ThreatVerdict.PASS));
  }

  ThreatVerdict verdict(Threat threat) {
    long seconds = Duration.between(clock.instant(), threat.until()).toSeconds() + 1;
    return threat.act() == ThreatAct.LOCK
        ? new ThreatVerdict(ThreatAct.LOCK, 0, Math.max(1, seconds))
        : new ThreatVerdict(ThreatAct.SLOW, threat.delayMillis(), 0);
  }

  private Future<ThreatList> list() {
    Instant now = clock.instant();
    return memory
        .current()
        .map(
            all ->
                new ThreatList(
                    all.stream()
                        .filter(threat -> now.isBefore(threat.until()))
                        .sorted(Comparator.comparing(Threat::since).reversed())
                        .toList()));
  }

  private Future<ThreatNoted> lift(LiftThreat wish) {
    return memory
        .lift(wish.subject())
        .compose(
            found -> {
              if (found.isEmpty()) {
                return Future.failedFuture(
                    ServiceFailure.notFound("Nothing is done about '" + wish.subject() + "'"));
              }
              table.remove(wish.subject());
              ThreatMessages.CHANGED.publish(bus, new ThreatChanged(found.get(), true));
              LOG.info("{} was let in again", wish.subject());
              trail.note(
                  RecordAudit.of(AuditActions.THREAT_LIFT, AuditOutcome.SUCCESS)
                      .on(wish.subject())
                      .with("pattern", found.get().pattern()));
              return Future.succeededFuture(new ThreatNoted());
            });
  }
}
