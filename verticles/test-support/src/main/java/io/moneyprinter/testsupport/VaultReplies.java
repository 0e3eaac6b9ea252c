package io.moneyprinter.testsupport;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** Answers in Vault's form. */
final class VaultReplies {
  private VaultReplies() {}

  static void say(HttpServerRequest request, JsonObject body) {
    request.response().putHeader("content-type", "application/json").end(body.toBuffer());
  }

  static void error(HttpServerRequest request, int status, String... errors) {
    request
        .response()
        .setStatusCode(status)
        .putHeader("content-type", "application/json")
        .end(new JsonObject().put("errors", new JsonArray(List.of(errors))).toBuffer());
  }
}
