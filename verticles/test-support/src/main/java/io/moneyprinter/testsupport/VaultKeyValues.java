package io.moneyprinter.testsupport;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The secrets of a {@link VaultStub} in their versions, as the key/value engine 2 tells them. */
final class VaultKeyValues {
  private final Map<String, List<JsonObject>> versions = new ConcurrentHashMap<>();
  private final Set<String> deleted = ConcurrentHashMap.newKeySet();

  /** Writes a new version. */
  void put(String path, JsonObject fields) {
    versions.computeIfAbsent(path, first -> new CopyOnWriteArrayList<>()).add(fields);
  }

  /** Deletes the newest version. */
  void delete(String path) {
    deleted.add(path);
  }

  /** Answers for a secret; of the newest version where the request names none. */
  void answer(HttpServerRequest request, String path) {
    List<JsonObject> known = versions.getOrDefault(path, new ArrayList<>());
    int wanted =
        Optional.ofNullable(request.getParam("version"))
            .map(Integer::parseInt)
            .orElse(known.size());
    JsonObject metadata = new JsonObject().put("version", wanted).put("destroyed", false);
    if (known.isEmpty() || wanted > known.size()) {
      VaultReplies.error(request, 404);
    } else if (deleted.contains(path) && wanted == known.size()) {
      metadata.put("deletion_time", "2026-01-02T03:04:05Z");
      request
          .response()
          .setStatusCode(404)
          .end(
              new JsonObject()
                  .put("data", new JsonObject().putNull("data").put("metadata", metadata))
                  .toBuffer());
    } else {
      VaultReplies.say(
          request,
          new JsonObject()
              .put("lease_id", "")
              .put("lease_duration", 0)
              .put("renewable", false)
              .put(
                  "data",
                  new JsonObject()
                      .put("data", known.get(wanted - 1))
                      .put("metadata", metadata.put("deletion_time", ""))));
    }
  }
}
