package io.moneyprinter.orchestration.workflow;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.moneyprinter.codecs.bus.Call;
import io.moneyprinter.codecs.bus.MessageCatalogue;
import io.moneyprinter.codecs.bus.Task;
import io.moneyprinter.codecs.json.RecordJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads a workflow and checks all of it, so that one that starts can also end. */
public final class WorkflowReader {
  private static final Set<String> RESERVED =
      Set.of(WorkflowStep.INPUT, WorkflowStep.EACH, WorkflowStep.INDEX);

  /** A null that is written is a value: the request is without that part on purpose. */
  private static final ObjectMapper WITH_NULLS =
      RecordJson.strict().copy().setSerializationInclusion(JsonInclude.Include.ALWAYS);

  private final MessageCatalogue catalogue;

  public WorkflowReader(MessageCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * Reads a workflow.
   *
   * @param source where the text is from, for messages
   * @throws InvalidWorkflow with everything that is wrong
   */
  public Workflow read(String source, String text) {
    WorkflowFile file = parse(source, text);
    List<String> problems = new ArrayList<>();
    checkHead(file, problems);
    StepGraph graph = new StepGraph(file.steps(), problems);
    refuse(source, problems);
    Map<String, WorkflowStep> steps = new LinkedHashMap<>();
    RetryRule usual = retries("retries: ", file.retries(), RetryRule.DEFAULT, problems);
    file.steps()
        .forEach(
            written ->
                step(written, usual, problems).ifPresent(step -> steps.put(written.name(), step)));
    refuse(source, problems);
    BindingCheck check = new BindingCheck(steps, graph, problems);
    steps.values().forEach(check::check);
    check.checkResult(file.result());
    refuse(source, problems);
    List<WorkflowStep> ordered = graph.order().stream().map(steps::get).toList();
    return new Workflow(file.name(), file.version(), file.result(), ordered, text, Sha256.of(text));
  }

  private static void refuse(String source, List<String> problems) {
    if (!problems.isEmpty()) {
      throw new InvalidWorkflow(source, problems);
    }
  }

  private static WorkflowFile parse(String source, String text) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    try {
      Object tree = new Yaml(new SafeConstructor(options)).load(text);
      WorkflowFile file = WITH_NULLS.convertValue(tree, WorkflowFile.class);
      if (file == null) {
        throw new InvalidWorkflow(source, List.of("the file is empty"));
      }
      return file;
    } catch (YAMLException e) {
      throw new InvalidWorkflow(source, List.of("this is not YAML: " + e.getMessage()));
    } catch (IllegalArgumentException e) {
      throw new InvalidWorkflow(source, List.of(explain(e)));
    }
  }

  private static String explain(IllegalArgumentException e) {
    if (e.getCause() instanceof JsonMappingException mapping) {
      String path =
          mapping.getPath().stream()
              .map(at -> at.getFieldName() == null ? "[" + at.getIndex() + "]" : at.getFieldName())
              .collect(Collectors.joining("."))
              .replace(".[", "[");
      return mapping instanceof UnrecognizedPropertyException unknown
          ? path + " is not known here; known are " + unknown.getKnownPropertyIds()
          : path + ": " + mapping.getOriginalMessage();
    }
    return e.getMessage();
  }

  private static void checkHead(WorkflowFile file, List<String> problems) {
    if (file.name() == null || file.version() == null || file.result() == null) {
      problems.add("name, version and result have to be given");
    }
    if (file.steps().isEmpty()) {
      problems.add("steps: has to list at least one step");
    }
    for (WorkflowFile.Step step : file.steps()) {
      String name = String.valueOf(step.name());
      if (!name.matches("[a-z][a-z0-9-]*") || step.name() == null || RESERVED.contains(name)) {
        problems.add(
            "step "
                + name
                + ": a name is lower-case letters, digits and hyphens, and none of "
                + String.join(", ", RESERVED.stream().sorted().toList()));
      }
    }
  }

  private Optional<WorkflowStep> step(
      WorkflowFile.Step written, RetryRule usual, List<String> problems) {
    String where = "step " + written.name() + ": ";
    int before = problems.size();
    Task<?, ?> task = task(where, written, problems);
    Map<String, Expression> with = new LinkedHashMap<>();
    Optional<Expression> forEach = Optional.empty();
    double weight = written.weight() == null ? 1 : written.weight();
    RetryRule retries = retries(where, written.retries(), usual, problems);
    try {
      if (!(weight >= 0)) {
        throw new IllegalArgumentException("weight must be 0 or more, not " + weight);
      }
      forEach = Optional.ofNullable(written.forEach()).map(ExpressionReader::read);
      written.with().forEach((name, value) -> with.put(name, ExpressionReader.read(value)));
      if (task != null && problems.size() == before) {
        return Optional.of(
            new WorkflowStep(
                written.name(),
                task,
                written.dependsOn(),
                written.timeout() == null ? task.timeLimit() : TimeSpan.parse(written.timeout()),
                weight,
                retries,
                forEach,
                with));
      }
    } catch (IllegalArgumentException e) {
      problems.add(where + e.getMessage());
    }
    return Optional.empty();
  }

  private Task<?, ?> task(String where, WorkflowFile.Step written, List<String> problems) {
    String address = written.service() + "." + written.endpoint();
    Optional<Call<?, ?>> call = catalogue.call(address);
    if (call.isPresent() && call.get() instanceof Task<?, ?> task) {
      return task;
    }
    List<String> known =
        catalogue.calls().values().stream()
            .filter(Task.class::isInstance)
            .map(Call::address)
            .sorted()
            .toList();
    problems.add(
        where
            + address
            + (call.isPresent() ? " answers at once and is not a task" : " is not known")
            + "; tasks are "
            + String.join(", ", known));
    return null;
  }

  private static RetryRule retries(
      String where, WorkflowFile.Retries written, RetryRule usual, List<String> problems) {
    try {
      return RetryRule.from(written, usual);
    } catch (IllegalArgumentException e) {
      problems.add(where + e.getMessage());
      return usual;
    }
  }
}
