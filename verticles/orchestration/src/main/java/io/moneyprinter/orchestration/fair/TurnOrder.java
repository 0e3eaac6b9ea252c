package io.moneyprinter.orchestration.fair;

import io.moneyprinter.orchestration.state.TurnStore;
import io.moneyprinter.platform.tasks.Ticket;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.util.List;

/**
 * Decides whose turn it is. In each queue the tenant with the fewest tasks under way comes next;
 * among equals the one that was not served for the longest time. Within a tenant the priority
 * decides, then a later step before an earlier one, then age.
 *
 * <p>Only free slots are filled, so that whoever comes later finds nobody before him in the queue.
 * The cost depends on the numbers of slots and tenants, not on how much waits: one entry of the
 * index is read for each tenant, and as many more as there are free slots.
 */
public final class TurnOrder {
  /** Tickets that wait in a queue of which no node has said how many slots it has. */
  private static final int UNKNOWN_SLOTS = 8;

  /** Nodes decide one after the other, each seeing what the one before it handed out. */
  private static final String ONE_BY_ONE =
      "SELECT pg_advisory_xact_lock(hashtext('moneyprinter.turns'))";

  private static final String OF_LANE =
      "SELECT step_id, priority, ordinal, job_id, part, fresh, slots FROM turn t"
          + " WHERE t.queue = s.queue AND t.tenant = s.tenant AND t.ticket_at IS NULL"
          + " AND t.unfit IS NULL"
          + " AND t.due <= clock_timestamp() AND ";

  private static final String IN_LANE = " ORDER BY priority DESC, ordinal DESC, job_id, part LIMIT";

  private static final String NEXT =
      "WITH RECURSIVE lane AS ("
          + " (SELECT queue, tenant FROM turn WHERE ticket_at IS NULL"
          + " ORDER BY queue, tenant LIMIT 1)"
          + " UNION ALL SELECT n.queue, n.tenant FROM lane l CROSS JOIN LATERAL ("
          + " SELECT queue, tenant FROM turn WHERE ticket_at IS NULL"
          + " AND (queue, tenant) > (l.queue, l.tenant) ORDER BY queue, tenant LIMIT 1) n),"
          // How many tickets each queue can do with.
          + " room AS MATERIALIZED (SELECT q.queue, CASE WHEN o.slots IS NULL"
          + " THEN $1 - b.untaken ELSE o.slots - b.taken - b.untaken END AS room"
          + " FROM (SELECT DISTINCT queue FROM lane) q"
          + " CROSS JOIN LATERAL (SELECT sum(slots) AS slots FROM slot_offer"
          + " WHERE queue = q.queue AND until > clock_timestamp()) o"
          + " CROSS JOIN LATERAL (SELECT coalesce(sum(slots) FILTER (WHERE running), 0) AS taken,"
          + " coalesce(sum(slots) FILTER (WHERE NOT running), 0) AS untaken FROM turn"
          + " WHERE queue = q.queue AND ticket_at IS NOT NULL) b),"
          // What each tenant with something to do there has under way, and may have more.
          + " share AS MATERIALIZED (SELECT l.queue, l.tenant, r.room, p.served_at,"
          + " (SELECT count(*) FROM turn WHERE queue = l.queue AND tenant = l.tenant"
          + " AND ticket_at IS NOT NULL) AS out,"
          + " CASE WHEN $2 = 0 THEN NULL ELSE $2 - (SELECT count(*) FROM turn"
          + " WHERE tenant = l.tenant AND ticket_at IS NOT NULL) END AS tasks,"
          + " CASE WHEN $3 = 0 THEN NULL ELSE $3"
          + " - (SELECT count(*) FROM job WHERE tenant = l.tenant AND state = 'RUNNING')"
          + " - (SELECT count(DISTINCT job_id) FROM turn WHERE tenant = l.tenant AND fresh"
          + " AND ticket_at IS NOT NULL) END AS jobs"
          + " FROM lane l JOIN room r ON r.queue = l.queue AND r.room > 0"
          + " LEFT JOIN tenant_turn p ON p.queue = l.queue AND p.tenant = l.tenant),"
          + " candidate AS (SELECT s.*, c.*, s.out + row_number() OVER ("
          + "PARTITION BY s.queue, s.tenant"
          + " ORDER BY c.priority DESC, c.ordinal DESC, c.job_id, c.part) AS load"
          + " FROM share s CROSS JOIN LATERAL (("
          + OF_LANE
          + "NOT t.fresh"
          + IN_LANE
          + " greatest(0, least(s.room, s.tasks))) UNION ALL ("
          + OF_LANE
          + "t.fresh"
          + IN_LANE
          + " greatest(0, least(s.room, s.tasks, s.jobs)))) c),"
          // A tenant's limits hold over all queues together.
          + " allowed AS (SELECT *, row_number() OVER (PARTITION BY tenant"
          + " ORDER BY priority DESC, fresh, load, queue) AS task, row_number() OVER (PARTITION BY tenant, fresh"
          + " ORDER BY priority DESC, load, queue) AS begun FROM candidate),"
          // One that wants several slots is not overtaken by those that want one.
          + " placed AS (SELECT step_id, room, sum(slots) OVER (PARTITION BY queue"
          + " ORDER BY load, served_at NULLS FIRST, priority DESC, ordinal DESC, job_id, part)"
          + " AS place FROM allowed WHERE (tasks IS NULL OR task <= tasks)"
          + " AND (NOT fresh OR jobs IS NULL OR begun <= jobs)),"
          // A row that somebody is changing is left to the pass that follows his change.
          + " free AS (SELECT step_id FROM turn WHERE ticket_at IS NULL"
          + " AND step_id = ANY(ARRAY(SELECT step_id FROM placed WHERE place <= room))"
          + " FOR UPDATE SKIP LOCKED),"
          + " given AS (UPDATE turn SET ticket_at = clock_timestamp(), tickets = 1"
          + " WHERE step_id = ANY(ARRAY(SELECT step_id FROM free))"
          + " RETURNING queue, tenant, step_id, ordinal, part, priority),"
          + " served AS (INSERT INTO tenant_turn (queue, tenant, served_at)"
          + " SELECT queue, tenant, clock_timestamp()"
          + " FROM (SELECT DISTINCT queue, tenant FROM given) lanes"
          + " ON CONFLICT (queue, tenant) DO UPDATE SET served_at = excluded.served_at)"
          + " SELECT queue, step_id, ordinal, priority FROM given ORDER BY priority DESC, ordinal DESC, part";

  private final TenantLimits limits;

  public TurnOrder(TenantLimits limits) {
    this.limits = limits;
  }

  /** Whose turn it is now; each counts as having its ticket. */
  public Future<List<Ticket>> next(Pool pool) {
    return pool.withTransaction(
        connection ->
            connection
                .query(ONE_BY_ONE)
                .execute()
                .compose(
                    alone ->
                        connection
                            .preparedQuery(NEXT)
                            .execute(
                                Tuple.of(
                                    UNKNOWN_SLOTS,
                                    limits.concurrentTasks(),
                                    limits.concurrentJobs())))
                .map(TurnStore::tickets));
  }
}
