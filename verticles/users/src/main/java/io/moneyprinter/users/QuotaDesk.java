package io.moneyprinter.users;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.bus.Violation;
import io.moneyprinter.codecs.orchestration.JobEvent;
import io.moneyprinter.codecs.users.CheckQuota;
import io.moneyprinter.codecs.users.Done;
import io.moneyprinter.codecs.users.GetQuota;
import io.moneyprinter.codecs.users.Quota;
import io.moneyprinter.codecs.users.SetTier;
import io.moneyprinter.platform.database.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts what tenants use and says when it is enough. Counted is what was really ordered, in
 * whichever way, and what is held for an order that is being written.
 */
final class QuotaDesk {
  private static final Logger LOG = LoggerFactory.getLogger(QuotaDesk.class);
  private static final Set<JobEvent.Type> COUNTED =
      EnumSet.of(JobEvent.Type.JOB_CREATED, JobEvent.Type.JOB_RESUMED, JobEvent.Type.JOB_COMPLETED);
  private static final Set<JobEvent.Type> RELEASED =
      EnumSet.of(JobEvent.Type.JOB_FAILED, JobEvent.Type.JOB_CANCELLED);

  private final Database database;
  private final Tiers tiers;
  private final Clock clock;

  QuotaDesk(Database database, Tiers tiers, Clock clock) {
    this.database = database;
    this.tiers = tiers;
    this.clock = clock;
  }

  /** Takes note of what becomes of a job. */
  void hear(JobEvent event) {
    boolean released = RELEASED.contains(event.type());
    if (!released && !COUNTED.contains(event.type())) {
      return;
    }
    VideoUses.note(database.writer(), event, released)
        .onFailure(cause -> LOG.warn("The use of a video could not be counted", cause));
  }

  Future<Quota> show(GetQuota order) {
    return show(database.writer(), CallContext.currentOrSystem().tenant());
  }

  private Future<Quota> show(SqlClient client, String tenant) {
    Instant month = monthBegin();
    return VideoUses.since(client, tenant, month, clock.instant())
        .map(use -> quota(use.orElseThrow(QuotaDesk::noTenant), month));
  }

  private Quota quota(VideoUses.Use use, Instant month) {
    Instant next = month.atOffset(ZoneOffset.UTC).plusMonths(1).toInstant();
    Integer limit = tiers.videosPerMonth(use.tier()).orElse(null);
    return new Quota(use.tier(), limit, use.videos(), next);
  }

  private static ServiceFailure noTenant() {
    return ServiceFailure.notFound("There is no such tenant");
  }

  private Instant monthBegin() {
    return clock
        .instant()
        .atOffset(ZoneOffset.UTC)
        .withDayOfMonth(1)
        .truncatedTo(ChronoUnit.DAYS)
        .toInstant();
  }

  Future<Done> check(CheckQuota order) {
    return order.jobId() == null
        ? show(new GetQuota()).compose(quota -> demand(quota, order))
        : hold(order.jobId());
  }

  private static Future<Done> demand(Quota quota, CheckQuota order) {
    boolean later = order.at() != null && !order.at().isBefore(quota.resetsAt());
    int used = later ? 0 : quota.videosUsed();
    Integer limit = quota.videosPerMonth();
    return limit == null || used + order.videos() <= limit
        ? Future.succeededFuture(new Done())
        : Future.failedFuture(usedUp(quota, used, order.videos()));
  }

  /** One order of a tenant after the other, where its videos are counted. */
  private Future<Done> hold(String job) {
    String tenant = CallContext.currentOrSystem().tenant();
    return VideoUses.tier(database.writer(), tenant)
        .map(tier -> tiers.videosPerMonth(tier.orElseThrow(QuotaDesk::noTenant)))
        .compose(
            limit ->
                limit.isEmpty()
                    ? Future.<Void>succeededFuture()
                    : database
                        .writer()
                        .withTransaction(
                            transaction ->
                                VideoUses.alone(transaction, tenant)
                                    .compose(alone -> hold(transaction, tenant, job))))
        .map(new Done());
  }

  /** A job that counts already, as one that was paused does, goes on for nothing. */
  private Future<Void> hold(SqlClient transaction, String tenant, String job) {
    Instant now = clock.instant();
    return VideoUses.counts(transaction, tenant, job, now)
        .compose(
            counted ->
                counted
                    ? Future.<Void>succeededFuture()
                    : show(transaction, tenant)
                        .compose(quota -> demand(quota, new CheckQuota(1)))
                        .compose(may -> VideoUses.hold(transaction, tenant, job, now)));
  }

  private static ServiceFailure usedUp(Quota quota, int used, int wanted) {
    String message =
        "The tier '%s' allows %d videos a month; %d are ordered, and this would be %d more. The next month begins at %s. An operator can give the tenant another tier"
            .formatted(quota.tier(), quota.videosPerMonth(), used, wanted, quota.resetsAt());
    return new ServiceFailure(
        FailureCode.QUOTA, message, List.of(new Violation(Quota.USED_UP, message)));
  }

  Future<Done> setTier(SetTier order) {
    return database
        .writer()
        .preparedQuery("UPDATE tenants SET tier = $2 WHERE id = $1")
        .execute(Tuple.of(order.tenant(), tiers.known(order.tier())))
        .compose(
            done ->
                done.rowCount() == 1
                    ? Future.succeededFuture(new Done())
                    : Future.failedFuture(noTenant()));
  }
}
