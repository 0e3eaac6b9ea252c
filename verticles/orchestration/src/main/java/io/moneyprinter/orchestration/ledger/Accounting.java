package io.moneyprinter.orchestration.ledger;

import io.micrometer.core.instrument.MeterRegistry;
import io.moneyprinter.codecs.video.VideoBrief;
import io.moneyprinter.orchestration.state.JobStore;
import io.vertx.sqlclient.Pool;
import java.time.Clock;

/** The parts of the ledger, wired together. */
public final class Accounting {
  private final Bookkeeper bookkeeper;
  private final CallBooks calls;
  private final CostViews views;
  private final DirectBooks direct;
  private final Estimator estimator;

  public Accounting(
      CostsConfig config, Prices prices, Pool pool, JobStore jobs, MeterRegistry registry) {
    CapCheck caps = new CapCheck(Caps.of(config.caps(), config.tenantCaps()));
    estimator = new Estimator(prices, config.estimate());
    Ledger ledger = new Ledger(prices);
    Reservations reservations = new Reservations(caps);
    CostMeters meters = new CostMeters(registry);
    bookkeeper = new Bookkeeper(ledger, reservations, estimator, prices, jobs, meters);
    calls = new CallBooks(ledger, reservations, prices, config.estimate().outputTokens(), meters);
    direct = new DirectBooks(pool, calls, prices, caps, meters, Clock.systemUTC());
    views = new CostViews(pool, estimator, prices, caps, Clock.systemUTC());
  }

  /**
   * How much is to be heard of a video.
   *
   * @param seconds expected length of the video
   * @param characters code points that are spoken
   */
  public record Length(double seconds, double characters) {}

  /** How long the video of a brief is expected to be. */
  public Length length(VideoBrief brief) {
    Estimator.Estimate estimate = estimator.of(brief);
    return new Length(estimate.seconds(), estimate.characters());
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
