package io.moneyprinter.orchestration.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.codecs.orchestration.StepState;
import io.moneyprinter.orchestration.state.ContentStore;
import io.moneyprinter.orchestration.state.JobChange;
import io.moneyprinter.orchestration.state.JobStore;
import io.moneyprinter.orchestration.state.StepContent;
import io.moneyprinter.orchestration.state.StepRow;
import io.moneyprinter.orchestration.workflow.WorkflowStep;
import io.vertx.core.Future;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gathers what the requests of a job's next steps are made of. */
final class JobValues {
  private final JobStore jobs;
  private final ContentStore contents;

  JobValues(JobStore jobs, ContentStore contents) {
    this.jobs = jobs;
    this.contents = contents;
  }

  /** The brief and the results of whole steps; of a step that fans out, the list of its parts'. */
  Future<Map<String, JsonNode>> of(JobChange change, Collection<String> names) {
    Future<String> brief = jobs.brief(change.connection(), change.job().id());
    Future<List<StepContent>> stored =
        contents.results(change.connection(), change.job().id(), names);
    return Future.all(brief, stored)
        .map(
            both -> {
              Map<String, JsonNode> values = new HashMap<>();
              values.put(WorkflowStep.INPUT, parse(brief.result()));
              names.forEach(name -> values.put(name, value(change, name, stored.result())));
              return values;
            });
  }

  /** What the change itself brings is not in the table yet. */
  private static JsonNode value(JobChange change, String name, List<StepContent> stored) {
    Map<Integer, String> parts = new HashMap<>();
    for (StepContent content : stored) {
      if (content.name().equals(name)) {
        parts.put(content.part(), content.result());
      }
    }
    ArrayNode list = RecordJson.wire().createArrayNode();
    boolean fansOut = false;
    for (StepRow row : change.steps()) {
      if (row.place().name().equals(name)) {
        int part = row.place().part();
        if (row.state() == StepState.SKIPPED) {
          return NullNode.instance;
        }
        if (!Integer.valueOf(0).equals(row.parts())) {
          String json = change.newResult(name, part).orElse(parts.get(part));
          list.add(json == null ? NullNode.instance : parse(json));
        }
      }
      fansOut |= row.place().name().equals(name) && row.place().fansOut();
    }
    return fansOut ? list : list.path(0);
  }

  private static JsonNode parse(String json) {
    try {
      return RecordJson.wire().readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("What PostgreSQL took as JSON does not read", e);
    }
  }
}
