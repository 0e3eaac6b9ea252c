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
import io.vertx.sqlclient.Row;
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
 * whichever way; so orders at the very same moment may go a little beyond the limit.
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
    database
        .writer()
        .preparedQuery(
            """
            INSERT INTO video_uses (tenant, job_id, at, released, sequence)
            SELECT id, $2, $3, $4, $5 FROM tenants WHERE id = $1
            ON CONFLICT (tenant, job_id)
            DO UPDATE SET released = EXCLUDED.released, sequence = EXCLUDED.sequence
            WHERE video_uses.sequence < EXCLUDED.sequence""")
        .execute(
            Tuple.of(
                event.tenant(),
                event.jobId(),
                event.at().atOffset(ZoneOffset.UTC),
                released,
                event.sequence()))
        .onFailure(cause -> LOG.warn("The use of a video could not be counted", cause));
  }

  Future<Quota> show(GetQuota order) {
    Instant month = monthBegin();
    return database
        .writer()
        .preparedQuery(
            """
            SELECT t.tier, count(u.job_id) AS used
            FROM tenants t LEFT JOIN video_uses u
              ON u.tenant = t.id AND NOT u.released AND u.at >= $2
            WHERE t.id = $1 GROUP BY t.tier""")
        .execute(Tuple.of(CallContext.currentOrSystem().tenant(), month.atOffset(ZoneOffset.UTC)))
        .map(
            rows -> {
              if (rows.size() == 0) {
                throw ServiceFailure.notFound("There is no such tenant");
              }
              return quota(rows.iterator().next(), month);
            });
  }

  private Quota quota(Row row, Instant month) {
    String tier = row.getString("tier");
    Instant next = month.atOffset(ZoneOffset.UTC).plusMonths(1).toInstant();
    return new Quota(
        tier, tiers.videosPerMonth(tier).orElse(null), row.getLong("used").intValue(), next);
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
    return show(new GetQuota())
        .compose(
            quota -> {
              boolean later = order.at() != null && !order.at().isBefore(quota.resetsAt());
              int used = later ? 0 : quota.videosUsed();
              Integer limit = quota.videosPerMonth();
              return limit == null || used + order.videos() <= limit
                  ? Future.succeededFuture(new Done())
                  : Future.failedFuture(usedUp(quota, used, order.videos()));
            });
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
                    : Future.failedFuture(ServiceFailure.notFound("There is no such tenant")));
  }
}
