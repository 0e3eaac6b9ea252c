package io.moneyprinter.orchestration.ledger;

import io.micrometer.core.instrument.MeterRegistry;
import io.moneyprinter.orchestration.state.JobStore;
import io.vertx.sqlclient.Pool;
import java.time.Clock;

/** The parts of the ledger, wired together. */
public final class Accounting {
  private final Bookkeeper bookkeeper;
  private final CallBooks calls;
  private final CostViews views;
  private final DirectBooks direct;

  public Accounting(
      CostsConfig config, Prices prices, Pool pool, JobStore jobs, MeterRegistry registry) {
    CapCheck caps = new CapCheck(Caps.of(config.caps(), config.tenantCaps()));
    Estimator estimator = new Estimator(prices, config.estimate());
    Ledger ledger = new Ledger(prices);
    Reservations reservations = new Reservations(caps);
    CostMeters meters = new CostMeters(registry);
    bookkeeper = new Bookkeeper(ledger, reservations, estimator, prices, jobs, meters);
    calls = new CallBooks(ledger, reservations, prices, config.estimate().outputTokens(), meters);
    direct = new DirectBooks(pool, calls, prices, caps, meters, Clock.systemUTC());
    views = new CostViews(pool, estimator, prices, caps, Clock.systemUTC());
  }

  public Bookkeeper bookkeeper() {
    return bookkeeper;
  }

  public CallBooks calls() {
    return calls;
  }

  public DirectBooks direct() {
    return direct;
  }

  public CostViews views() {
    return views;
  }
}
