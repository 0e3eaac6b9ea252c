package io.moneyprinter.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.testsupport.Await;
import io.moneyprinter.testsupport.ProviderStub;
import io.moneyprinter.testsupport.TestNode;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * The program is killed in the middle of a step, between two questions to a language model that has
 * to be paid: the first answer is not asked for again.
 */
class PaidOnceTest {
  private static final String BRIEF =
      """
      topic: honey
      writing: {seconds: 30}
      canvas: {width: 128, height: 224, fps: 12}
      """;

  private static final String SENTENCE =
      "The bees of a hive fly out in the morning and bring the honey home in the evening. ";

  @RegisterExtension final TestNode test = TestNode.plain();
  @TempDir private Path home;

  @Test
  void anAnswerThatCameBeforeTheKillIsNotPaidForAgain() throws Exception {
    Files.writeString(home.resolve("honey.yaml"), BRIEF);
    ProviderStub model = new ProviderStub(test.vertx());
    model.says(script(1)).hangs();

    try (Program first = make(model)) {
      Await.until(
          "the model is asked for a longer text",
          Duration.ofSeconds(120),
          () -> model.asked().size() == 2 || !first.running());
      assertThat(first.running()).as(first.output()).isTrue();
      first.kill();
    }
    model.otherwise(
        request ->
            request
                .response()
                .putHeader("content-type", "application/json")
                .end(script(5).toBuffer()));

    try (Program second = make(model)) {
      Await.until(
          "the script is done",
          Duration.ofSeconds(120),
          () -> second.output().contains("✓ script") || !second.running());
      assertThat(second.output()).contains("Resuming honey.yaml").contains("✓ script");
    }
    List<Buffer> questions = model.asked().stream().map(ProviderStub.Asked::body).toList();
    assertThat(questions).filteredOn(questions.get(0)::equals).hasSize(1);
    assertThat(questions.get(2)).as("the one without an answer").isEqualTo(questions.get(1));
  }

  private Program make(ProviderStub model) {
    return Program.start(
        home,
        Map.of(
            "MONEYPRINTER_CONTENT_LLM_BASE_URL",
            model.address() + "/v1",
            "MONEYPRINTER_CONTENT_LLM_MODEL",
            "m"),
        "make",
        "honey.yaml");
  }

  /** A chat completion whose script has so many sentences of 17 words. */
  private static JsonObject script(int sentences) {
    JsonObject scene =
        new JsonObject()
            .put("narration", SENTENCE.repeat(sentences).strip())
            .put("terms", new JsonArray().add("bees"));
    JsonObject script =
        new JsonObject().put("title", "Honey").put("scenes", new JsonArray().add(scene));
    JsonObject message = new JsonObject().put("content", script.encode());
    JsonObject choice = new JsonObject().put("message", message).put("finish_reason", "stop");
    return new JsonObject()
        .put("choices", new JsonArray().add(choice))
        .put("usage", new JsonObject().put("prompt_tokens", 7).put("completion_tokens", 3));
  }
}
