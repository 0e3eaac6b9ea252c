package io.moneyprinter.orchestration.workflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.moneyprinter.codecs.bus.Call;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.json.RecordJson;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes the requests of a step out of the brief and the results of earlier steps. */
public final class RequestBinder {
  private RequestBinder() {}

  /**
   * One request as JSON for each part of the step, in order; none for a fan-out over an empty list.
   *
   * @param roots values by name: {@code input} and the steps that it refers to
   * @throws ServiceFailure {@code INVALID} when the values do not make a request
   */
  public static List<BoundRequest> requests(WorkflowStep step, Map<String, JsonNode> roots) {
    if (!step.fansOut()) {
      return List.of(request(step, roots));
    }
    List<BoundRequest> requests = new ArrayList<>();
    for (JsonNode item : step.forEach().orElseThrow().evaluate(roots)) {
      Map<String, JsonNode> inner = new HashMap<>(roots);
      inner.put(WorkflowStep.EACH, item);
      inner.put(WorkflowStep.INDEX, IntNode.valueOf(requests.size()));
      requests.add(request(step, inner));
    }
    return requests;
  }

  private static BoundRequest request(WorkflowStep step, Map<String, JsonNode> roots) {
    JsonNode request = request(step.task(), step.with(), roots);
    return new BoundRequest(request.toString(), WorkUnits.of(step.task().address(), request));
  }

  /**
   * The request that undoes a part of the step.
   *
   * @param roots values by name; of the steps, at least those it refers to
   * @param result of the part
   * @throws ServiceFailure {@code INVALID} when the values do not make a request
   */
  public static String undoing(
      WorkflowStep step, int part, JsonNode result, Map<String, JsonNode> roots) {
    Map<String, JsonNode> inner = new HashMap<>(roots);
    inner.put(Compensation.RESULT, result);
    step.forEach()
        .ifPresent(
            list -> {
              JsonNode item = list.evaluate(roots).get(part);
              inner.put(WorkflowStep.EACH, item == null ? NullNode.instance : item);
              inner.put(WorkflowStep.INDEX, IntNode.valueOf(part));
            });
    Compensation undo = step.compensation().orElseThrow();
    return request(undo.call(), undo.with(), inner).toString();
  }

  private static JsonNode request(
      Call<?, ?> call, Map<String, Expression> with, Map<String, JsonNode> roots) {
    ObjectNode request = RecordJson.wire().createObjectNode();
    with.forEach(
        (name, binding) -> {
          JsonNode value = binding.evaluate(roots);
          if (!value.isNull()) {
            request.set(name, value);
          }
        });
    try {
      // Through the record and back: its constructor knows what the request must be like.
      return RecordJson.wire()
          .valueToTree(RecordJson.wire().treeToValue(request, call.requestType()));
    } catch (JsonProcessingException e) {
      throw ServiceFailure.invalid(
          "", "No request for " + call.address() + ": " + e.getOriginalMessage());
    }
  }
}
