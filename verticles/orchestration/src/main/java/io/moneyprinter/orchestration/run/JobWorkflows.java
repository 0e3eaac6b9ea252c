package io.moneyprinter.orchestration.run;

import io.moneyprinter.orchestration.state.JobChange;
import io.moneyprinter.orchestration.state.JobStore;
import io.moneyprinter.orchestration.workflow.Workflow;
import io.moneyprinter.orchestration.workflow.WorkflowLibrary;
import io.vertx.core.Future;

/** Finds the workflow that a job began with, whatever new jobs follow by now. */
public final class JobWorkflows {
  private final WorkflowLibrary library;
  private final JobStore jobs;

  public JobWorkflows(WorkflowLibrary library, JobStore jobs) {
    this.library = library;
    this.jobs = jobs;
  }

  /** Fails with {@code CONFLICT} when this version of the program cannot follow it. */
  public Future<Workflow> of(JobChange change) {
    String hash = change.job().workflowHash();
    return library
        .known(hash)
        .map(Future::succeededFuture)
        .orElseGet(
            () ->
                jobs.workflowSource(change.connection(), hash)
                    .map(source -> library.stored(hash, source)));
  }
}
