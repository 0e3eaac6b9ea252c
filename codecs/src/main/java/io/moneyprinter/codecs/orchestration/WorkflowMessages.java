package io.moneyprinter.codecs.orchestration;

import io.moneyprinter.codecs.bus.Endpoint;
import io.moneyprinter.codecs.bus.MessageCatalogue;

/** What can be asked about the workflows that videos follow. */
public final class WorkflowMessages {
  public static final Endpoint<ListWorkflows, WorkflowList> LIST =
      new Endpoint<>("orchestration.list-workflows", ListWorkflows.class, WorkflowList.class);

  /** {@code NOT_FOUND} when no video can follow one of that name. */
  public static final Endpoint<GetWorkflow, WorkflowDefinition> GET =
      new Endpoint<>("orchestration.get-workflow", GetWorkflow.class, WorkflowDefinition.class);

  public static final Endpoint<CheckWorkflow, WorkflowCheck> CHECK =
      new Endpoint<>("orchestration.check-workflow", CheckWorkflow.class, WorkflowCheck.class);

  private WorkflowMessages() {}

  public static void catalogue(MessageCatalogue.Builder types) {
    types.add("orchestration.WorkflowList.v1", WorkflowList.class);
    types.add("orchestration.WorkflowDefinition.v1", WorkflowDefinition.class);
    types.add("orchestration.WorkflowCheck.v1", WorkflowCheck.class);
    types.add(LIST, "orchestration.ListWorkflows.v1");
    types.add(GET, "orchestration.GetWorkflow.v1");
    types.add(CHECK, "orchestration.CheckWorkflow.v1");
  }
}
