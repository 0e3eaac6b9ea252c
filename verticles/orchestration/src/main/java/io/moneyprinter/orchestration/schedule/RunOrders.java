package io.moneyprinter.orchestration.schedule;

import io.moneyprinter.codecs.batch.BatchMessages;
import io.moneyprinter.codecs.batch.CreateBatch;
import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.orchestration.CostCaps;
import io.moneyprinter.codecs.orchestration.CreateJob;
import io.moneyprinter.codecs.orchestration.OrchestrationMessages;
import io.moneyprinter.codecs.users.Quota;
import io.moneyprinter.orchestration.run.QuotaCheck;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import io.vertx.sqlclient.Pool;
import java.util.List;
import java.util.UUID;

/** Orders what is due, at the same desks as everybody does. May be cut short and done once more. */
final class RunOrders {
  private static final int AT_ONCE = 20;
  private static final int MOST_FAULTS = 5;

  private final EventBus bus;
  private final Pool pool;
  private final RunStore runs;
  private final QuotaCheck quota;

  RunOrders(EventBus bus, Pool pool, RunStore runs, QuotaCheck quota) {
    this.quota = quota;
    this.bus = bus;
    this.pool = pool;
    this.runs = runs;
  }

  /** Orders all that wait and that no other node is ordering. */
  Future<?> order() {
    return runs.claim(pool, AT_ONCE)
        .compose(
            claimed ->
                claimed.isEmpty()
                    ? Future.succeededFuture()
                    : all(claimed).compose(ordered -> order()));
  }

  private Future<?> all(List<RunStore.Run> claimed) {
    return Future.all(claimed.stream().map(this::order).toList());
  }

  private Future<?> order(RunStore.Run run) {
    CallContext caller =
        new CallContext("schedule-" + run.scheduleId(), run.tenant(), run.subject(), null);
    Future<?> order;
    if (run.work() instanceof ScheduledWork.Video video) {
      order =
          quota
              .demand(caller, 1, null)
              .compose(
                  may ->
                      OrchestrationMessages.CREATE_JOB.ask(
                          bus, new CreateJob(video.brief(), run.key(), run.priority()), caller))
              .compose(job -> runs.ordered(pool, run, UUID.fromString(job.id()), null));
    } else {
      CreateBatch batch = ((ScheduledWork.Many) run.work()).batch();
      order =
          BatchMessages.CREATE
              .ask(
                  bus,
                  new CreateBatch(batch.format(), batch.content(), batch.options(), run.key()),
                  caller)
              .compose(made -> runs.ordered(pool, run, null, UUID.fromString(made.id())));
    }
    return order.<Void>mapEmpty().recover(cause -> refused(run, ServiceFailure.from(cause)));
  }

  private Future<Void> refused(RunStore.Run run, ServiceFailure failure) {
    boolean passes =
        switch (failure.code()) {
          case UNAVAILABLE, TIMEOUT, RESOURCE, INTERNAL -> true;
          case QUOTA -> !CostCaps.tooDear(failure) && !Quota.usedUp(failure);
          default -> false;
        };
    if (!passes) {
      return runs.failed(pool, run, failure.getMessage()).mapEmpty();
    }
    return runs.later(pool, run, failure.getMessage())
        .compose(
            times ->
                failure.code() == FailureCode.INTERNAL && times >= MOST_FAULTS
                    ? runs.failed(pool, run, failure.getMessage()).mapEmpty()
                    : Future.<Void>succeededFuture());
  }
}
