package io.moneyprinter.launcher.studio;

import io.moneyprinter.testsupport.ProviderStub;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/**
 * A language model that writes at once and the same each time: the server's side of "Create chat
 * completion" of the OpenAI API reference.
 */
final class Writer {
  /** What it makes of any scene that it is asked to reword. */
  static final String REWORDED = "Short blue waves win.";

  private static final JsonObject SCRIPT =
      new JsonObject()
          .put("title", "Why the sky is blue")
          .put(
              "scenes",
              new JsonArray()
                  .add(scene("Air scatters light.", "sky"))
                  .add(scene("Blue is scattered most.", "blue light")));

  private static final JsonObject SCENE = scene(REWORDED, "waves").put("title", "Blue <b>wins</b>");

  private final ProviderStub server;

  Writer(Vertx vertx) {
    server = new ProviderStub(vertx).answers(Writer::answer);
  }

  /** As {@code content.llm.base-url} has it. */
  String address() {
    return server.address() + "/v1";
  }

  private static JsonObject scene(String narration, String term) {
    return new JsonObject().put("narration", narration).put("terms", new JsonArray().add(term));
  }

  private static JsonObject answer(ProviderStub.Asked question) {
    boolean reword = question.body().toString().contains("Reword scene");
    JsonObject message =
        new JsonObject()
            .put("role", "assistant")
            .put("content", (reword ? SCENE : SCRIPT).encode());
    return new JsonObject()
        .put(
            "choices",
            new JsonArray()
                .add(new JsonObject().put("message", message).put("finish_reason", "stop")))
        .put("usage", new JsonObject().put("prompt_tokens", 7).put("completion_tokens", 3));
  }
}
