package io.moneyprinter.orchestration.workflow;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A workflow as it is written, before anything about it is checked. */
record WorkflowFile(
    String name,
    Integer version,
    String description,
    String result,
    String timeout,
    Retries retries,
    List<Step> steps) {
  WorkflowFile {
    steps = steps == null ? List.of() : List.copyOf(steps);
  }

  /** How often and after what pause a failed step is tried again; absent values take defaults. */
  record Retries(Integer count, String backoff, String longest, Double jitter, List<String> on) {}

  /** A decision of a person, as it is written. */
  record Approval(String timeout, @JsonProperty("then") String silence, String show) {}

  /** What undoes a step, as it is written. */
  record Compensate(
      String service,
      String endpoint,
      String timeout,
      Retries retries,
      Map<String, JsonNode> with) {
    Compensate {
      with = with == null ? Map.of() : new LinkedHashMap<>(with);
    }
  }

  /** A step as it is written. */
  record Step(
      String name,
      String service,
      String endpoint,
      @JsonProperty("depends_on") List<String> dependsOn,
      String timeout,
      Double weight,
      Retries retries,
      @JsonProperty("for_each") String forEach,
      Map<String, JsonNode> with,
      String when,
      Approval approval,
      Compensate compensate,
      Needs needs) {
    Step {
      dependsOn = dependsOn == null ? List.of() : List.copyOf(dependsOn);
      with = with == null ? Map.of() : new LinkedHashMap<>(with);
    }
  }
}
