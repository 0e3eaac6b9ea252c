package io.moneyprinter.orchestration.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.orchestration.CompensationState;
import io.moneyprinter.codecs.orchestration.JobEvent;
import io.moneyprinter.codecs.orchestration.JobState;
import io.moneyprinter.codecs.orchestration.StepState;
import io.moneyprinter.orchestration.state.CompensationStore;
import io.moneyprinter.orchestration.state.JobChange;
import io.moneyprinter.orchestration.state.StepRow;
import io.moneyprinter.orchestration.workflow.Compensation;
import io.moneyprinter.orchestration.workflow.RequestBinder;
import io.moneyprinter.orchestration.workflow.Workflow;
import io.moneyprinter.orchestration.workflow.WorkflowStep;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Decides, in the transaction in which a job fails or is called off, what of it has to be undone:
 * every part that is done and whose step says how, the last that was done first (a saga, after
 * Garcia-Molina and Salem, 1987). And gives it up again when the job goes on.
 */
public final class SagaPlanner {
  private final JobWorkflows workflows;
  private final JobValues values;
  private final CompensationStore store;

  SagaPlanner(JobWorkflows workflows, JobValues values, CompensationStore store) {
    this.workflows = workflows;
    this.values = values;
    this.store = store;
  }

  /** Writes down what is to be undone of a job that is at its end; nothing when it completed. */
  public Future<?> plan(JobChange change) {
    if (change.job().state() == JobState.COMPLETED) {
      return Future.succeededFuture();
    }
    return workflows
        .of(change)
        .map(workflow -> undoable(change, workflow))
        .recover(
            cause -> {
              change.event(
                  JobEvent.Type.COMPENSATION_FAILED,
                  null,
                  "Nothing could be undone: " + cause.getMessage());
              return Future.succeededFuture(List.<Undoable>of());
            })
        .compose(parts -> parts.isEmpty() ? Future.succeededFuture() : plan(change, parts));
  }

  private record Undoable(StepRow row, WorkflowStep step) {}

  private static List<Undoable> undoable(JobChange change, Workflow workflow) {
    return change.steps().stream()
        .filter(row -> row.state() == StepState.DONE && !Integer.valueOf(0).equals(row.parts()))
        .map(row -> new Undoable(row, workflow.step(row.place().name())))
        .filter(part -> part.step().compensation().isPresent())
        .sorted(Comparator.comparing(SagaPlanner::end).reversed())
        .toList();
  }

  private record End(Instant at, int ordinal, int part) implements Comparable<End> {
    private static final Comparator<End> ORDER =
        Comparator.comparing(End::at).thenComparing(End::ordinal).thenComparing(End::part);

    @Override
    public int compareTo(End other) {
      return ORDER.compare(this, other);
    }
  }

  private static End end(Undoable part) {
    StepRow row = part.row();
    return new End(row.finishedAt(), row.place().ordinal(), row.place().part());
  }

  private Future<?> plan(JobChange change, List<Undoable> parts) {
    Set<String> names = new TreeSet<>();
    for (Undoable part : parts) {
      names.add(part.step().name());
      names.addAll(part.step().compensation().orElseThrow().roots());
      part.step().forEach().ifPresent(list -> names.addAll(list.roots()));
    }
    names.removeAll(
        Set.of(WorkflowStep.INPUT, WorkflowStep.EACH, WorkflowStep.INDEX, Compensation.RESULT));
    return values
        .of(change, names)
        .compose(
            roots -> {
              List<CompensationStore.Planned> planned = new ArrayList<>();
              parts.forEach(part -> planned.add(planned(change, part, roots)));
              return store.plan(change.connection(), change.job().id(), planned);
            });
  }

  private static CompensationStore.Planned planned(
      JobChange change, Undoable part, Map<String, JsonNode> roots) {
    WorkflowStep step = part.step();
    Compensation undo = step.compensation().orElseThrow();
    int number = part.row().place().part();
    JsonNode all = roots.get(step.name());
    String request = null;
    String failure = null;
    try {
      request = RequestBinder.undoing(step, number, step.fansOut() ? all.path(number) : all, roots);
    } catch (ServiceFailure impossible) {
      failure = impossible.getMessage();
      change.event(JobEvent.Type.COMPENSATION_FAILED, part.row(), failure);
    }
    return new CompensationStore.Planned(
        step.name(), number, undo.call().address(), request, undo.timeout(), failure);
  }

  /**
   * Before a job goes on: what was undone is to be done again, with all that came of it. {@code
   * CONFLICT} while something is being undone.
   */
  Future<Void> reopen(JobChange change, Workflow workflow) {
    return store
        .ofJob(change.connection(), change.job().id())
        .compose(
            steps -> {
              if (steps.containsValue(CompensationState.PENDING)) {
                return Future.failedFuture(
                    ServiceFailure.conflict(
                        "Job "
                            + change.job().id()
                            + " is "
                            + change.job().state()
                            + " and what it did is still being undone: try again in a moment"));
              }
              steps.keySet().stream()
                  .flatMap(name -> workflow.from(name).stream())
                  .distinct()
                  .forEach(change.all()::anew);
              return store.forget(change.connection(), change.job().id()).mapEmpty();
            });
  }
}
