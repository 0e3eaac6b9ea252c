package io.moneyprinter.orchestration.run;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.orchestration.Job;
import io.moneyprinter.orchestration.state.Ids;
import io.moneyprinter.orchestration.state.JobChange;
import io.moneyprinter.orchestration.state.StateManager;
import io.vertx.core.Future;
import java.util.UUID;
import java.util.function.Function;

/** The way from an owner's command to the one job it is about. */
final class OwnedJobs {
  private final StateManager states;
  private final JobViews views;

  OwnedJobs(StateManager states, JobViews views) {
    this.states = states;
    this.views = views;
  }

  /** Changes a job of the caller's tenant; {@code NOT_FOUND} when it has none of that id. */
  Future<Job> change(String jobId, Function<JobChange, Future<Void>> work) {
    String tenant = CallContext.currentOrSystem().tenant();
    UUID id = Ids.read(jobId).orElseThrow(() -> JobViews.unknown(jobId));
    return states
        .changeJob(
            id,
            change ->
                change.job().tenant().equals(tenant)
                    ? work.apply(change)
                    : Future.failedFuture(JobViews.unknown(jobId)))
        .compose(changed -> views.find(tenant, id, false));
  }

  /** A refusal that names the state the job is in. */
  static Future<Void> conflict(JobChange change, String remedy) {
    return Future.failedFuture(
        ServiceFailure.conflict(
            "Job " + change.job().id() + " is " + change.job().state() + ": " + remedy));
  }
}
