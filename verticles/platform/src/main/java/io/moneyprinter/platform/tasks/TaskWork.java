package io.moneyprinter.platform.tasks;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.moneyprinter.codecs.bus.Task;
import io.moneyprinter.codecs.json.RecordJson;
import io.vertx.core.Future;

/** A task together with the code that carries it out. */
public record TaskWork<Q extends Record, R extends Record>(
    Task<Q, R> task, TaskHandler<Q, R> handler) {
  /**
   * Carries it out once, on the caller's thread.
   *
   * @param request JSON, as the step holds it
   * @return the reply as JSON; fails where the request cannot be read, and with what the handler
   *     fails with or throws
   */
  Future<String> run(String request, TaskContext context) {
    try {
      Q decoded = RecordJson.wire().readValue(request, task.requestType());
      return handler.run(decoded, context).compose(TaskWork::encode);
    } catch (JsonProcessingException | RuntimeException e) {
      return Future.failedFuture(e);
    }
  }

  private static Future<String> encode(Record reply) {
    try {
      return Future.succeededFuture(RecordJson.wire().writeValueAsString(reply));
    } catch (JsonProcessingException e) {
      return Future.failedFuture(e);
    }
  }
}
