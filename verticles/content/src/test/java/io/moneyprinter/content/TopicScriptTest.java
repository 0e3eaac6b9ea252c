package io.moneyprinter.content;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.content.ContentMessages;
import io.moneyprinter.codecs.content.Scene;
import io.moneyprinter.codecs.content.Script;
import io.moneyprinter.codecs.content.WriteScript;
import io.moneyprinter.codecs.video.VideoBrief;
import io.moneyprinter.platform.node.DataFolder;
import io.moneyprinter.testsupport.Answers;
import io.moneyprinter.testsupport.TestNode;
import io.vertx.core.Future;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TopicScriptTest {
  private static final String GOOD =
      """
      {"title": "Why bees dance", "scenes": [
        {"narration": "A bee comes home and dances.", "terms": ["bee hive", "dance"], "title": null},
        {"narration": "Her dance is a map to the flowers.", "terms": [], "title": "A living map"}]}""";

  @RegisterExtension final TestNode test = TestNode.plain();

  private FakeModelServer model;

  @BeforeEach
  void start() {
    model = new FakeModelServer(test.vertx());
  }

  @Test
  void aTopicBecomesAScriptWithTermsTitlesAndTheTokensPaid() {
    model.says(GOOD);

    Script script = Answers.answer(write("Bees", 1));

    assertThat(script.title()).isEqualTo("Why bees dance");
    assertThat(script.writer()).isEqualTo("llm:test-model");
    assertThat(script.tokens()).isEqualTo(300);
    assertThat(script.scenes())
        .extracting(Scene::narration)
        .containsExactly("A bee comes home and dances.", "Her dance is a map to the flowers.");
    assertThat(script.scenes().get(0).terms()).containsExactly("bee hive", "dance");
    assertThat(script.scenes().get(1).terms()).isNotEmpty();
    assertThat(script.scenes().get(1).title()).isEqualTo("A living map");
  }

  @Test
  void theRequestHasTheDocumentedForm() {
    model.says(GOOD);
    Answers.answer(write("Bees", 1));

    FakeModelServer.Asked asked = model.asked().get(0);
    JsonNode body = asked.body();
    assertThat(asked.path()).isEqualTo("/v1/chat/completions");
    assertThat(asked.authorization()).isEqualTo("Bearer the-key");
    assertThat(body.path("model").asText()).isEqualTo("test-model");
    assertThat(body.path("messages").path(0).path("role").asText()).isEqualTo("system");
    assertThat(body.path("messages").path(1).path("content").asText())
        .contains("Bees", "English (en)", "45 seconds");
    assertThat(body.path("max_tokens").asInt()).isEqualTo(2000);
    JsonNode format = body.path("response_format");
    assertThat(format.path("type").asText()).isEqualTo("json_schema");
    assertThat(format.path("json_schema").path("strict").asBoolean()).isTrue();
  }

  @Test
  void whatAServerDoesNotKnowIsLeftOutAndStaysLeftOut() {
    model
        .fails(400, "Unsupported parameter: 'max_tokens'", "max_tokens", "unsupported_parameter")
        .fails(400, "Unsupported value: 'temperature'", "temperature", "unsupported_value")
        .fails(400, "response_format is not supported", null, null)
        .says(GOOD)
        .says(GOOD);
    WritingVerticle verticle = verticle(model.baseUrl(), "90s");
    Answers.answer(test.vertx().deployVerticle(verticle));

    Answers.answer(ask("Bees", 1));
    Answers.answer(ask("Ants", 1));

    JsonNode last = model.asked().get(4).body();
    assertThat(model.asked()).hasSize(5);
    assertThat(last.has("response_format")).isFalse();
    assertThat(last.has("temperature")).isFalse();
    assertThat(last.path("max_completion_tokens").asInt()).isEqualTo(2000);
  }

  @Test
  void thoughtsFencesAndChatterAroundTheJsonAreSeenThrough() {
    model.says(
        "<think>Maybe {\"scenes\": []}? No.</think>\nSure! [Here you are]:\n```json\n"
            + "{\"title\": \"**Tides**\", \"scenes\": [\n"
            + "{\"narration\": \"Narrator: The moon [soft music] pulls\nthe *sea*.\","
            + " \"terms\": [\"moon\"],},\n]}\n```\nEnjoy!");

    Script script = Answers.answer(write("Tides", 1));

    assertThat(script.title()).isEqualTo("Tides");
    assertThat(script.scenes()).hasSize(1);
    assertThat(script.scenes().get(0).narration()).isEqualTo("The moon pulls the sea.");
  }

  @Test
  void anAnswerWithoutAScriptIsSentBackOnceAndBothArePaid() {
    model.says("I would love to!").says(GOOD);

    Script script = Answers.answer(write("Bees", 1));

    assertThat(script.tokens()).isEqualTo(600);
    JsonNode messages = model.asked().get(1).body().path("messages");
    assertThat(messages).hasSize(4);
    assertThat(messages.path(2).path("role").asText()).isEqualTo("assistant");
    assertThat(messages.path(3).path("content").asText()).contains("no JSON object");
  }

  @Test
  void twoAnswersWithoutAScriptAreAFailureThatNamesTheModel() {
    model.says("No.").says("{\"title\": \"x\", \"scenes\": [{\"narration\": \"Cut o", "length");

    ServiceFailure failure = Answers.failure(write("Bees", 1));

    assertThat(failure.code()).isEqualTo(FailureCode.UNAVAILABLE);
    assertThat(failure.getMessage()).contains("test-model", "content.llm.max-tokens");
  }

  @Test
  void aRepeatedStepIsNotPaidTwiceButAnotherSeedIs() {
    model.says(GOOD).says(GOOD);

    Script first = Answers.answer(write("Bees", 7));
    Script again = Answers.answer(ask("Bees", 7));
    Answers.answer(ask("Bees", 8));

    assertThat(again).isEqualTo(first);
    assertThat(model.asked()).hasSize(2);
  }

  @Test
  void aScriptThatCannotBeKeptFailsTheStepSoThatItIsTriedAgain() throws IOException {
    model.says(GOOD);
    Path staging = test.node().data().staging();
    Answers.answer(test.vertx().deployVerticle(verticle(model.baseUrl(), "90s")));
    DataFolder.delete(staging);
    Files.writeString(staging, "no folder");

    ServiceFailure failure = Answers.failure(ask("Bees", 1));

    assertThat(failure.code().retryable()).isTrue();
  }

  @Test
  void aRefusedKeyNamesTheSetting() {
    model.fails(401, "Incorrect API key provided", null, "invalid_api_key");

    ServiceFailure failure = Answers.failure(write("Bees", 1));

    assertThat(failure.code()).isEqualTo(FailureCode.INVALID);
    assertThat(failure.getMessage())
        .contains("content.llm.api-key", "Incorrect API key")
        .doesNotContain("the-key");
  }

  @Test
  void aForbiddenModelNamesTheSetting() {
    model.fails(403, "Country not supported", null, null);

    assertThat(Answers.failure(write("Bees", 1)).getMessage()).contains("403", "content.llm");
  }

  @Test
  void anUnknownModelNamesTheSetting() {
    model.fails(404, "The model does not exist", null, "model_not_found");

    ServiceFailure failure = Answers.failure(write("Bees", 1));

    assertThat(failure.code()).isEqualTo(FailureCode.INVALID);
    assertThat(failure.getMessage()).contains("content.llm.model", "test-model");
  }

  @Test
  void aBusyServerIsAskedAgainWhenItSaysSo() {
    model.replies(429, "{\"error\":{\"message\":\"slow down\"}}", "retry-after", "1").says(GOOD);
    long before = System.nanoTime();

    Answers.answer(write("Bees", 1));

    assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofMillis(990));
  }

  @Test
  void aWaitBeyondTheDeadlineFailsAtOnce() {
    model.replies(429, "{\"error\":{\"message\":\"slow down\"}}", "retry-after", "3600");

    ServiceFailure failure = Answers.failure(write("Bees", 1));

    assertThat(failure.code()).isEqualTo(FailureCode.UNAVAILABLE);
    assertThat(failure.getMessage()).contains("too many requests");
  }

  @Test
  void aUsedUpAccountIsNotAskedAgain() {
    model.fails(429, "You exceeded your current quota", null, "insufficient_quota");

    assertThat(Answers.failure(write("Bees", 1)).code()).isEqualTo(FailureCode.QUOTA);
    assertThat(model.asked()).hasSize(1);
  }

  @Test
  void aSilentServerIsUnavailableAfterTheTimeout() {
    model.handles(request -> {});

    ServiceFailure failure = Answers.failure(write(model.baseUrl(), "200ms", "Bees", 1));

    assertThat(failure.code()).isEqualTo(FailureCode.UNAVAILABLE);
    assertThat(failure.getMessage()).contains("content.llm.timeout");
  }

  @Test
  void anAnswerThatBreaksOffIsUnavailable() {
    model.handles(
        request -> {
          request.response().putHeader("content-length", "5000").write("{\"choices\": [");
          test.vertx().setTimer(50, later -> request.connection().close());
        });

    ServiceFailure failure = Answers.failure(write("Bees", 1));

    assertThat(failure.code()).isEqualTo(FailureCode.UNAVAILABLE);
    assertThat(failure.getMessage()).contains("broke off");
  }

  @Test
  void anAnswerThatIsNoCompletionIsUnavailable() {
    model.replies(200, "<html>Welcome</html>");

    ServiceFailure failure = Answers.failure(write("Bees", 1));

    assertThat(failure.code()).isEqualTo(FailureCode.UNAVAILABLE);
    assertThat(failure.getMessage()).contains("content.llm.base-url");
  }

  @Test
  void aServerInTroubleIsUnavailable() {
    model.replies(500, "oops");

    assertThat(Answers.failure(write("Bees", 1)).code()).isEqualTo(FailureCode.UNAVAILABLE);
  }

  @Test
  void nobodyListeningIsUnavailableAndNamesTheAddress() {
    ServiceFailure failure = Answers.failure(write("http://127.0.0.1:1/v1", "90s", "Bees", 1));

    assertThat(failure.code()).isEqualTo(FailureCode.UNAVAILABLE);
    assertThat(failure.getMessage()).contains("http://127.0.0.1:1/v1");
  }

  @Test
  void withoutAModelTheRefusalNamesThreeWaysOn() {
    ContentConfig config = Configs.none();
    Answers.answer(test.vertx().deployVerticle(new WritingVerticle(config, test.node())));

    ServiceFailure failure = Answers.failure(ask("Bees", 1));

    assertThat(failure.code()).isEqualTo(FailureCode.INVALID);
    assertThat(failure.violations()).extracting("pointer").containsExactly("/topic");
    assertThat(failure.getMessage())
        .contains("script or scenes", "Ollama", "content.llm.base-url", "content.llm.api-key");
  }

  private Future<Script> write(String topic, long seed) {
    return write(model.baseUrl(), "90s", topic, seed);
  }

  private Future<Script> write(String baseUrl, String timeout, String topic, long seed) {
    Answers.answer(test.vertx().deployVerticle(verticle(baseUrl, timeout)));
    return ask(topic, seed);
  }

  private WritingVerticle verticle(String baseUrl, String timeout) {
    Duration limit =
        timeout.endsWith("ms")
            ? Duration.ofMillis(Long.parseLong(timeout.replace("ms", "")))
            : Duration.ofSeconds(Long.parseLong(timeout.replace("s", "")));
    return new WritingVerticle(Configs.one(baseUrl, limit), test.node());
  }

  private Future<Script> ask(String topic, long seed) {
    VideoBrief brief = VideoBrief.builder().topic(topic).seed(seed).build();
    return ContentMessages.WRITE_SCRIPT.ask(test.vertx().eventBus(), new WriteScript(brief));
  }
}
