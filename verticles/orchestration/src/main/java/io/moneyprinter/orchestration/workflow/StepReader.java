package io.moneyprinter.orchestration.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import io.moneyprinter.codecs.bus.Call;
import io.moneyprinter.codecs.bus.MessageCatalogue;
import io.moneyprinter.codecs.bus.Task;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the single steps of a workflow; what is wrong with one is added to the faults. */
final class StepReader {
  private final MessageCatalogue catalogue;
  private final Faults faults;
  private final RetryRule usual;
  private final ApprovalReader approvals;

  /**
   * @param retries for steps that say nothing of their own
   */
  StepReader(MessageCatalogue catalogue, WorkflowFile.Retries retries, Faults faults) {
    this.catalogue = catalogue;
    this.faults = faults;
    this.usual = usual(retries);
    this.approvals = new ApprovalReader(faults);
  }

  /** The time limit of the whole job. */
  Optional<Duration> timeout(String written) {
    try {
      return Optional.ofNullable(written).map(TimeSpan::parse);
    } catch (IllegalArgumentException e) {
      faults.add("/timeout", "timeout: " + e.getMessage());
      return Optional.empty();
    }
  }

  Optional<WorkflowStep> read(WorkflowFile.Step written) {
    String where = "step " + written.name() + ": ";
    int before = faults.count();
    Optional<Action> action =
        written.approval() == null
            ? task(where, written).map(Action.Run::new)
            : approvals.read(where, written);
    double weight = written.weight() == null ? 1 : written.weight();
    RetryRule retries = retries(written, "/retries", where, written.retries());
    Optional<Compensation> compensation = compensation(where, written);
    String member = "/weight";
    try {
      if (!(weight >= 0)) {
        throw new IllegalArgumentException("weight must be 0 or more, not " + weight);
      }
      member = "/for_each";
      Optional<Expression> forEach =
          Optional.ofNullable(written.forEach()).map(ExpressionReader::read);
      member = "/with";
      Map<String, Expression> with = bindings(written.with());
      member = "/when";
      Optional<Condition> when = Optional.ofNullable(written.when()).map(ConditionReader::read);
      member = "/timeout";
      if (action.isPresent() && faults.count() == before) {
        return Optional.of(
            new WorkflowStep(
                written.name(),
                action.get(),
                written.dependsOn(),
                limit(written, action.get()),
                weight,
                retries,
                forEach,
                with,
                when,
                compensation,
                written.needs() == null ? Needs.UNKNOWN : written.needs()));
      }
    } catch (IllegalArgumentException e) {
      faults.addIn(written.name(), member, where + e.getMessage());
    }
    return Optional.empty();
  }

  private static Map<String, Expression> bindings(Map<String, JsonNode> written) {
    Map<String, Expression> with = new LinkedHashMap<>();
    written.forEach((name, value) -> with.put(name, ExpressionReader.read(value)));
    return with;
  }

  private static Duration limit(WorkflowFile.Step written, Action action) {
    if (action instanceof Action.Ask ask) {
      return ask.timeout();
    }
    return written.timeout() == null
        ? ((Action.Run) action).task().timeLimit()
        : TimeSpan.parse(written.timeout());
  }

  private Optional<Compensation> compensation(String where, WorkflowFile.Step step) {
    WorkflowFile.Compensate written = step.compensate();
    if (written == null) {
      return Optional.empty();
    }
    String address = written.service() + "." + written.endpoint();
    Optional<Call<?, ?>> call = catalogue.call(address);
    if (call.isEmpty()) {
      faults.addIn(
          step.name(),
          "/compensate/endpoint",
          where
              + "compensate: "
              + address
              + " is not known; known are "
              + String.join(", ", catalogue.calls().keySet().stream().sorted().toList()));
      return Optional.empty();
    }
    RetryRule retries =
        retries(step, "/compensate/retries", where + "compensate: ", written.retries());
    try {
      Duration timeout =
          written.timeout() == null
              ? Compensation.USUAL_TIMEOUT
              : TimeSpan.parse(written.timeout());
      return Optional.of(new Compensation(call.get(), bindings(written.with()), retries, timeout));
    } catch (IllegalArgumentException e) {
      faults.addIn(step.name(), "/compensate", where + "compensate: " + e.getMessage());
      return Optional.empty();
    }
  }

  private Optional<Task<?, ?>> task(String where, WorkflowFile.Step written) {
    String address = written.service() + "." + written.endpoint();
    Optional<Call<?, ?>> call = catalogue.call(address);
    if (call.isPresent() && call.get() instanceof Task<?, ?> task) {
      return Optional.of(task);
    }
    List<String> known =
        catalogue.calls().values().stream()
            .filter(Task.class::isInstance)
            .map(Call::address)
            .sorted()
            .toList();
    faults.addIn(
        written.name(),
        "/endpoint",
        where
            + address
            + (call.isPresent() ? " answers at once and is not a task" : " is not known")
            + "; tasks are "
            + String.join(", ", known));
    return Optional.empty();
  }

  private RetryRule retries(
      WorkflowFile.Step step, String member, String where, WorkflowFile.Retries written) {
    try {
      return RetryRule.from(written, usual);
    } catch (IllegalArgumentException e) {
      faults.addIn(step.name(), member, where + e.getMessage());
      return usual;
    }
  }

  private RetryRule usual(WorkflowFile.Retries written) {
    try {
      return RetryRule.from(written, RetryRule.DEFAULT);
    } catch (IllegalArgumentException e) {
      faults.add("/retries", "retries: " + e.getMessage());
      return RetryRule.DEFAULT;
    }
  }
}
