package io.moneyprinter.orchestration.workflow;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.moneyprinter.codecs.bus.MessageCatalogue;
import io.moneyprinter.codecs.json.MappingFault;
import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.codecs.orchestration.WorkflowFault;
import io.moneyprinter.platform.digest.Sha256;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.representer.Representer;

/** Reads a workflow and checks all of it, so that one that starts can also end. */
public final class WorkflowReader {
  private static final Set<String> RESERVED =
      Set.of(WorkflowStep.INPUT, WorkflowStep.EACH, WorkflowStep.INDEX, Compensation.RESULT);

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
    Faults faults = new Faults(file.steps());
    checkHead(file, faults);
    StepGraph graph = new StepGraph(file.steps(), faults);
    faults.refuse(source);
    Map<String, WorkflowStep> steps = new LinkedHashMap<>();
    StepReader each = new StepReader(catalogue, file.retries(), faults);
    Optional<Duration> timeout = each.timeout(file.timeout());
    file.steps()
        .forEach(written -> each.read(written).ifPresent(step -> steps.put(written.name(), step)));
    timeout.ifPresent(limit -> checkDecisions(limit, steps.values(), faults));
    faults.refuse(source);
    BindingCheck check = new BindingCheck(steps, graph, faults);
    steps.values().forEach(check::check);
    new ResultCheck(steps, faults).check(file.result());
    faults.refuse(source);
    List<WorkflowStep> ordered = graph.order().stream().map(steps::get).toList();
    return new Workflow(
        file.name(),
        file.version(),
        Optional.ofNullable(file.description()).map(String::strip),
        file.result(),
        timeout,
        ordered,
        text,
        Sha256.hex(text));
  }

  private static Yaml yaml(LoaderOptions options) {
    DumperOptions dumping = new DumperOptions();
    return new Yaml(
        new SafeConstructor(options), new Representer(dumping), dumping, options, new YamlWords());
  }

  private static WorkflowFile parse(String source, String text) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    try {
      WorkflowFile file = WITH_NULLS.convertValue(yaml(options).load(text), WorkflowFile.class);
      if (file == null) {
        throw new InvalidWorkflow(source, "the file is empty");
      }
      return file;
    } catch (YAMLException e) {
      Integer line =
          e instanceof MarkedYAMLException marked && marked.getProblemMark() != null
              ? marked.getProblemMark().getLine() + 1
              : null;
      throw new InvalidWorkflow(
          source, List.of(new WorkflowFault("", line, "this is not YAML: " + e.getMessage())));
    } catch (IllegalArgumentException e) {
      String pointer =
          e.getCause() instanceof JsonMappingException fault
              ? MappingFault.of(fault).pointer()
              : "";
      throw new InvalidWorkflow(source, List.of(new WorkflowFault(pointer, null, explain(e))));
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

  /** A decision that may take longer than the job would never be waited for to its end. */
  private static void checkDecisions(
      Duration limit, Collection<WorkflowStep> steps, Faults faults) {
    for (WorkflowStep step : steps) {
      if (step.action() instanceof Action.Ask ask && ask.timeout().compareTo(limit) >= 0) {
        faults.addIn(
            step.name(),
            "/approval/timeout",
            "step "
                + step.name()
                + ": approval.timeout must be shorter than the timeout of the whole job");
      }
    }
  }

  private static void checkHead(WorkflowFile file, Faults faults) {
    if (file.name() == null || file.version() == null || file.result() == null) {
      faults.add("", "name, version and result have to be given");
    }
    if (file.steps().isEmpty()) {
      faults.add("/steps", "steps: has to list at least one step");
    }
    for (WorkflowFile.Step step : file.steps()) {
      String name = String.valueOf(step.name());
      if (!name.matches("[a-z][a-z0-9-]*") || step.name() == null || RESERVED.contains(name)) {
        faults.addIn(
            step.name(),
            "/name",
            "step "
                + name
                + ": a name is lower-case letters, digits and hyphens, and none of "
                + String.join(", ", RESERVED.stream().sorted().toList()));
      }
    }
  }
}
