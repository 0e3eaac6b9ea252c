package io.moneyprinter.gateway.events;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.orchestration.GetJob;
import io.moneyprinter.codecs.orchestration.Job;
import io.moneyprinter.codecs.orchestration.JobEvent;
import io.moneyprinter.codecs.orchestration.OrchestrationMessages;
import io.moneyprinter.gateway.http.Exchange;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;

/** Waits for the end of a job on behalf of one request. Of one event loop. */
public final class JobWatch {
  /** Only the end matters to who waits. */
  private record End(Promise<Void> promise) implements EventSink {
    @Override
    public boolean full() {
      return false;
    }

    @Override
    public void event(JobEvent event) {
      if (JobEnd.endsJob(event)) {
        promise.tryComplete();
      }
    }

    @Override
    public void ended() {
      promise.tryComplete();
    }

    @Override
    public void leaving() {
      promise.tryComplete();
    }
  }

  private final Vertx vertx;
  private final EventHub hub;

  public JobWatch(Vertx vertx, EventHub hub) {
    this.vertx = vertx;
    this.hub = hub;
  }

  /**
   * The job when it has ended, or as it stands when the time is up, the node leaves or the caller
   * has gone.
   */
  public Future<Job> settled(RoutingContext ctx, Job job, Duration limit) {
    if (job.state().terminal()) {
      return Future.succeededFuture(job);
    }
    hub.requireRoom();
    CallContext caller = Exchange.call(ctx);
    Promise<Void> over = Promise.promise();
    JobFeed feed = hub.follow(job.id(), 0, JobEnd.of(job, Instant.now()), caller, new End(over));
    long timer = vertx.setTimer(limit.toMillis(), now -> over.tryComplete());
    ctx.response().closeHandler(gone -> over.tryComplete());
    feed.catchUp();
    return over.future()
        .eventually(
            () -> {
              vertx.cancelTimer(timer);
              hub.forget(feed);
              return Future.succeededFuture();
            })
        .compose(
            end ->
                OrchestrationMessages.GET_JOB.ask(vertx.eventBus(), new GetJob(job.id()), caller));
  }
}
