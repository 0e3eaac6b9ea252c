package io.moneyprinter.orchestration.run;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.orchestration.CheckWorkflow;
import io.moneyprinter.codecs.orchestration.GetWorkflow;
import io.moneyprinter.codecs.orchestration.ListWorkflows;
import io.moneyprinter.codecs.orchestration.WorkflowCheck;
import io.moneyprinter.codecs.orchestration.WorkflowDefinition;
import io.moneyprinter.codecs.orchestration.WorkflowDefinition.FollowedBy;
import io.moneyprinter.codecs.orchestration.WorkflowList;
import io.moneyprinter.orchestration.workflow.InvalidWorkflow;
import io.moneyprinter.orchestration.workflow.Workflow;
import io.moneyprinter.orchestration.workflow.WorkflowLibrary;
import io.moneyprinter.orchestration.workflow.WorkflowReader;
import io.moneyprinter.orchestration.workflow.WorkflowView;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;

/** Shows the workflows that videos can follow, and looks over those that somebody writes. */
public final class WorkflowDesk {
  private final Vertx vertx;
  private final WorkflowLibrary library;
  private final WorkflowReader reader;
  private final WorkflowChoice choice;

  /**
   * @param vertx whose workers look workflows over
   */
  public WorkflowDesk(
      Vertx vertx, WorkflowLibrary library, WorkflowReader reader, WorkflowChoice choice) {
    this.vertx = vertx;
    this.library = library;
    this.reader = reader;
    this.choice = choice;
  }

  /** All that a brief may name, without their texts. */
  public Future<WorkflowList> list(ListWorkflows wish) {
    return Future.succeededFuture(
        new WorkflowList(
            library.offered().stream()
                .map(workflow -> WorkflowView.of(workflow, choice.unasked(workflow), false))
                .toList()));
  }

  /** One of them; {@code NOT_FOUND} when there is none of that name. */
  public Future<WorkflowDefinition> get(GetWorkflow wish) {
    return library.offered().stream()
        .filter(workflow -> workflow.name().equals(wish.name()))
        .findFirst()
        .map(workflow -> WorkflowView.of(workflow, choice.unasked(workflow), true))
        .map(Future::succeededFuture)
        .orElseGet(
            () ->
                Future.failedFuture(
                    ServiceFailure.notFound("There is no workflow of this name: list them all")));
  }

  /** Looks one over and says everything that is wrong, with its place; keeps nothing. */
  public Future<WorkflowCheck> check(CheckWorkflow wish) {
    return vertx.executeBlocking(() -> checked(wish.source()), false);
  }

  private WorkflowCheck checked(String source) {
    try {
      Workflow read = reader.read("sent", source);
      return new WorkflowCheck(List.of(), WorkflowView.of(read, FollowedBy.NAMED, true));
    } catch (InvalidWorkflow invalid) {
      return new WorkflowCheck(WorkflowView.placed(invalid.faults(), source), null);
    }
  }
}
