package io.moneyprinter.orchestration.ledger;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.bus.Violation;
import io.moneyprinter.codecs.orchestration.CostEstimate;
import io.moneyprinter.codecs.orchestration.CostLine;
import io.moneyprinter.codecs.orchestration.DayCosts;
import io.moneyprinter.codecs.orchestration.EstimateCost;
import io.moneyprinter.codecs.orchestration.JobCost;
import io.moneyprinter.codecs.orchestration.JobCosts;
import io.moneyprinter.codecs.orchestration.SetBudget;
import io.moneyprinter.codecs.orchestration.ShowCosts;
import io.moneyprinter.codecs.orchestration.ShowDayCosts;
import io.moneyprinter.codecs.orchestration.ShowSpanCosts;
import io.moneyprinter.codecs.orchestration.SpanCosts;
import io.moneyprinter.codecs.video.BriefRules;
import io.moneyprinter.orchestration.state.Ids;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Shows tenants what their videos cost, and lets them say what one may. */
public final class CostViews {
  private final Pool pool;
  private final AccountStore accounts = new AccountStore();
  private final EntryStore entries = new EntryStore();
  private final SpendingStore spending = new SpendingStore();
  private final Estimator estimator;
  private final Prices prices;
  private final CapCheck caps;
  private final Clock clock;

  CostViews(Pool pool, Estimator estimator, Prices prices, CapCheck caps, Clock clock) {
    this.pool = pool;
    this.estimator = estimator;
    this.prices = prices;
    this.caps = caps;
    this.clock = clock;
  }

  /** What a video would cost; {@code INVALID} for a brief that breaks a rule. */
  public Future<CostEstimate> estimate(EstimateCost wish) {
    List<Violation> violations = BriefRules.violations(wish.brief());
    if (!violations.isEmpty()) {
      throw ServiceFailure.invalid("The brief cannot be made into a video", violations);
    }
    String tenant = CallContext.currentOrSystem().tenant();
    Estimator.Estimate estimate = estimator.of(wish.brief());
    return refusal(tenant, wish.brief().budget(), estimate.micros())
        .map(
            refusal ->
                new CostEstimate(
                    estimate.micros(),
                    estimate.seconds(),
                    estimate.lines().stream().map(Priced::line).toList(),
                    prices.version(),
                    refusal.map(ServiceFailure::getMessage).orElse(null)));
  }

  private Future<Optional<ServiceFailure>> refusal(String tenant, Double budget, long amount) {
    LocalDate today = LocalDate.now(clock);
    Long most = budget == null ? null : Money.micros(budget);
    Account account = new Account(null, tenant, today, most, amount, amount, 0, true);
    Optional<ServiceFailure> ofJob = caps.job(account, amount);
    return ofJob.isPresent()
        ? Future.succeededFuture(ofJob)
        : spending
            .read(pool, tenant, today)
            .map(sums -> amount == 0 ? Optional.empty() : caps.tenant(tenant, sums.plus(amount)));
  }

  /** The ledger of a job. */
  public Future<JobCosts> job(ShowCosts wish) {
    return account(pool, wish.jobId()).compose(account -> show(pool, account));
  }

  private Future<JobCosts> show(SqlClient client, Account account) {
    UUID id = account.jobId();
    return accounts
        .estimate(client, account.tenant(), id)
        .compose(
            estimate ->
                entries
                    .ofJob(client, account.tenant(), id)
                    .map(
                        all ->
                            new JobCosts(
                                id.toString(),
                                new JobCost(
                                    account.estimated(), account.reserved(), account.settled()),
                                account.budget(),
                                CostJson.read(estimate),
                                all)));
  }

  private Future<Account> account(SqlClient client, String jobId) {
    String tenant = CallContext.currentOrSystem().tenant();
    return Ids.read(jobId)
        .map(id -> accounts.find(client, tenant, id))
        .orElseGet(() -> Future.succeededFuture(Optional.empty()))
        .map(
            found ->
                found.orElseThrow(
                    () ->
                        ServiceFailure.notFound(
                            "There is no job " + jobId + ": look it up in the list of jobs")));
  }

  /** What the caller's tenant spent on a day. */
  public Future<DayCosts> day(ShowDayCosts wish) {
    String tenant = CallContext.currentOrSystem().tenant();
    LocalDate day = wish.day() == null ? LocalDate.now(clock) : date(wish.day());
    return spending
        .read(pool, tenant, day)
        .compose(
            sums ->
                entries
                    .ofDay(pool, tenant, day)
                    .map(
                        lines ->
                            new DayCosts(
                                day.toString(),
                                sums.day().settled(),
                                sums.day().reserved(),
                                sums.month().settled(),
                                sums.month().reserved(),
                                caps.of(tenant),
                                lines)));
  }

  /** What the caller's tenant, or everybody, spent from one day to another. */
  public Future<SpanCosts> span(ShowSpanCosts wish) {
    String tenant = wish.everybody() ? null : CallContext.currentOrSystem().tenant();
    LocalDate from = date(wish.from());
    LocalDate to = date(wish.to());
    if (!from.isBefore(to)) {
      throw ServiceFailure.invalid("/from", "from must be a day before to");
    }
    return entries
        .ofSpan(pool, tenant, from, to)
        .map(lines -> new SpanCosts(lines.stream().mapToLong(CostLine::microUsd).sum(), lines));
  }

  private static LocalDate date(String day) {
    try {
      return LocalDate.parse(day);
    } catch (DateTimeParseException e) {
      throw ServiceFailure.invalid("/day", "day must be a date such as 2026-01-31");
    }
  }

  /** Changes what a job may cost. */
  public Future<JobCosts> budget(SetBudget wish) {
    Double budget = wish.budget();
    if (budget != null && !(budget > 0 && budget <= BriefRules.MAX_BUDGET)) {
      throw ServiceFailure.invalid("/budget", BriefRules.BUDGET);
    }
    Long most = budget == null ? null : Money.micros(budget);
    return account(pool, wish.jobId())
        .compose(
            owned ->
                pool.withTransaction(
                    connection ->
                        accounts
                            .lock(connection, owned.jobId())
                            .map(locked -> locked.orElseThrow().withBudget(most))
                            .compose(
                                account ->
                                    accounts
                                        .save(connection, account)
                                        .compose(saved -> show(connection, account)))));
  }
}
