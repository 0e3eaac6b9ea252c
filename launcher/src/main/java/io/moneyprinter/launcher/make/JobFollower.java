package io.moneyprinter.launcher.make;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.orchestration.GetJob;
import io.moneyprinter.codecs.orchestration.Job;
import io.moneyprinter.codecs.orchestration.OrchestrationMessages;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.MessageConsumer;
import java.util.function.Consumer;

/** Watches one job until it ends. */
public final class JobFollower {
  /** Events may be missed; asking now and then cannot. */
  private static final long ASK_MILLIS = 500;

  private final Vertx vertx;
  private final CallContext caller;

  public JobFollower(Vertx vertx, CallContext caller) {
    this.vertx = vertx;
    this.caller = caller;
  }

  /**
   * Shows every change of the job to {@code watcher} (on an event loop) and answers with its end
   * state.
   */
  public Future<Job> follow(String jobId, Consumer<Job> watcher) {
    Promise<Job> ended = Promise.promise();
    MessageConsumer<Object> events =
        OrchestrationMessages.JOB_EVENTS.subscribe(
            vertx.eventBus(),
            event -> {
              if (event.jobId().equals(jobId) && event.state().terminal()) {
                look(jobId, watcher, ended);
              }
            });
    long timer = vertx.setPeriodic(1, ASK_MILLIS, tick -> look(jobId, watcher, ended));
    return ended
        .future()
        .onComplete(
            done -> {
              vertx.cancelTimer(timer);
              events.unregister();
            });
  }

  private void look(String jobId, Consumer<Job> watcher, Promise<Job> ended) {
    OrchestrationMessages.GET_JOB
        .ask(vertx.eventBus(), new GetJob(jobId), caller)
        .onSuccess(
            job -> {
              if (ended.future().isComplete()) {
                return;
              }
              watcher.accept(job);
              if (job.state().terminal()) {
                ended.tryComplete(job);
              }
            })
        .onFailure(
            cause -> {
              if (!ServiceFailure.from(cause).code().retryable()) {
                ended.tryFail(cause);
              }
            });
  }
}
