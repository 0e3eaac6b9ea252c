package io.moneyprinter.orchestration.workflow;

import io.moneyprinter.codecs.bus.Task;
import io.moneyprinter.codecs.orchestration.WorkflowDefinition;
import io.moneyprinter.codecs.orchestration.WorkflowDefinition.FollowedBy;
import io.moneyprinter.codecs.orchestration.WorkflowFault;
import io.moneyprinter.codecs.orchestration.WorkflowStepPlan;
import java.time.Duration;
import java.util.List;

/** Tells users what a workflow consists of, or what is wrong with it. */
public final class WorkflowView {
  private WorkflowView() {}

  /**
   * A workflow as its users see it.
   *
   * @param whole with its text
   */
  public static WorkflowDefinition of(Workflow workflow, FollowedBy unasked, boolean whole) {
    return new WorkflowDefinition(
        workflow.name(),
        workflow.version(),
        workflow.description().orElse(null),
        unasked,
        workflow.result(),
        workflow.timeout().map(WorkflowView::seconds).orElse(null),
        workflow.steps().stream().map(WorkflowView::step).toList(),
        workflow.hash(),
        whole ? workflow.source() : null);
  }

  /** Faults with their lines in the text. */
  public static List<WorkflowFault> placed(List<WorkflowFault> faults, String text) {
    YamlLines lines = YamlLines.of(text);
    return faults.stream().map(lines::placed).toList();
  }

  private static WorkflowStepPlan step(WorkflowStep step) {
    Task<?, ?> task = step.action() instanceof Action.Run run ? run.task() : null;
    Action.Ask ask = step.action() instanceof Action.Ask person ? person : null;
    return new WorkflowStepPlan(
        step.name(),
        step.dependsOn(),
        task == null ? null : task.service(),
        task == null ? null : task.address().substring(task.service().length() + 1),
        task == null ? null : task.queue(),
        seconds(step.timeout()),
        step.weight(),
        task == null ? null : retries(step.retries()),
        step.forEach().map(Object::toString).orElse(null),
        step.when().map(Object::toString).orElse(null),
        ask == null ? null : WorkflowStepPlan.Silence.valueOf(ask.silence().name()),
        step.compensation().map(undo -> undo.call().address()).orElse(null),
        step.needs().stated()
            ? new WorkflowStepPlan.Needs(
                step.needs().cpu(), step.needs().memory(), step.needs().gpu())
            : null);
  }

  private static WorkflowStepPlan.Retries retries(RetryRule rule) {
    return new WorkflowStepPlan.Retries(
        rule.count(),
        seconds(rule.backoff()),
        seconds(rule.longest()),
        rule.jitter(),
        rule.on().stream().sorted().toList());
  }

  private static double seconds(Duration time) {
    return time.toMillis() / 1000.0;
  }
}
