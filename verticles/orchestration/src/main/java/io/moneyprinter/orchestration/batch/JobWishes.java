package io.moneyprinter.orchestration.batch;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.orchestration.CancelJob;
import io.moneyprinter.codecs.orchestration.Job;
import io.moneyprinter.codecs.orchestration.JobState;
import io.moneyprinter.codecs.orchestration.OrchestrationMessages;
import io.moneyprinter.codecs.orchestration.PauseJob;
import io.moneyprinter.codecs.orchestration.ResumeJob;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import io.vertx.sqlclient.Pool;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** Does to all jobs of a batch what its owner wished. May be cut short and done once more. */
final class JobWishes {
  private static final int AT_ONCE = 20;

  private final EventBus bus;
  private final Pool pool;
  private final FeedStore store;
  private final BatchStore batches;

  JobWishes(EventBus bus, Pool pool, FeedStore store, BatchStore batches) {
    this.bus = bus;
    this.pool = pool;
    this.store = store;
    this.batches = batches;
  }

  /**
   * Carries the batch's command out.
   *
   * @param renew called now and then; when it fails, the rest is left to another node
   */
  Future<?> carryOut(FedBatch batch, Supplier<Future<Void>> renew) {
    return switch (batch.command()) {
      case PAUSE -> each(batch, renew, List.of(JobState.QUEUED, JobState.RUNNING));
      case CANCEL ->
          each(batch, renew, List.of(JobState.QUEUED, JobState.RUNNING, JobState.PAUSED));
      // What was called off goes on in its turn, like rows that wait.
      case RESUME ->
          batches
              .again(pool, batch.id(), JobState.CANCELLED.name())
              .compose(again -> each(batch, renew, List.of(JobState.PAUSED)));
    };
  }

  private Future<?> each(FedBatch batch, Supplier<Future<Void>> renew, List<JobState> states) {
    return store
        .jobs(batch, states.stream().map(JobState::name).toList())
        .compose(
            jobs -> {
              Future<?> done = Future.succeededFuture();
              for (int from = 0; from < jobs.size(); from += AT_ONCE) {
                List<UUID> some = jobs.subList(from, Math.min(jobs.size(), from + AT_ONCE));
                done =
                    done.compose(next -> renew.get())
                        .compose(
                            held -> Future.all(some.stream().map(job -> one(batch, job)).toList()));
              }
              return done;
            });
  }

  private Future<?> one(FedBatch batch, UUID jobId) {
    return ask(batch, jobId.toString())
        .mapEmpty()
        .recover(
            cause ->
                // It came to its end just now, which is as good.
                ServiceFailure.from(cause).code() == FailureCode.CONFLICT
                    ? Future.succeededFuture()
                    : Future.failedFuture(cause));
  }

  private Future<Job> ask(FedBatch batch, String job) {
    return switch (batch.command()) {
      case PAUSE -> OrchestrationMessages.PAUSE_JOB.ask(bus, new PauseJob(job), batch.caller());
      case RESUME -> OrchestrationMessages.RESUME_JOB.ask(bus, new ResumeJob(job), batch.caller());
      case CANCEL -> OrchestrationMessages.CANCEL_JOB.ask(bus, new CancelJob(job), batch.caller());
    };
  }
}
