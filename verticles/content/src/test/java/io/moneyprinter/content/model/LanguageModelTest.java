package io.moneyprinter.content.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.bus.Violation;
import io.moneyprinter.codecs.orchestration.CostCaps;
import io.moneyprinter.codecs.orchestration.CostUnit;
import io.moneyprinter.platform.tasks.ExternalCalls;
import io.moneyprinter.testsupport.Answers;
import io.moneyprinter.testsupport.ProviderStub;
import io.moneyprinter.testsupport.TestNode;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each wire form against a local server that speaks it as its provider's reference documents it;
 * the sources are named at {@link OpenAiWire}, {@link AnthropicWire} and {@link GeminiWire}.
 */
class LanguageModelTest {
  @RegisterExtension final TestNode test = TestNode.plain();

  private final List<String> heard = new ArrayList<>();
  private ProviderStub stub;

  @BeforeEach
  void start() {
    stub = new ProviderStub(test.vertx());
  }

  @Test
  void openAiIsStreamedWithTheUsageInTheLastChunk() {
    stub.streams(
        "text/event-stream",
        List.of(
            "data: {\"choices\":[{\"delta\":{\"role\":\"assistant\",\"content\":\"\"}}]}\n\n",
            "data: {\"choices\":[{\"delta\":{\"reasoning_content\":\"hm\"}}]}\n\ndata: {\"choi",
            "ces\":[{\"delta\":{\"content\":\"Bees \"}}]}\r\n\r\n: ping\n\n",
            "data: {\"choices\":[{\"delta\":{\"content\":\"dance\"},\"finish_reason\":\"length\"}]}\n\n",
            "data: {\"choices\":[],\"usage\":{\"prompt_tokens\":7,\"completion_tokens\":3}}\n\n",
            "data: [DONE]\n\n"));

    ModelAnswer answer = Answers.answer(ask("openai"));

    assertThat(answer).isEqualTo(new ModelAnswer("Bees dance", 7, 3, true, "openai:m", List.of()));
    assertThat(heard).containsExactly("Bees ", "dance");
    JsonObject body = stub.last().json();
    assertThat(stub.last().path()).isEqualTo("/chat/completions");
    assertThat(stub.last().headers().get("authorization")).isEqualTo("Bearer key-1");
    assertThat(body.getBoolean("stream")).isTrue();
    assertThat(body.getJsonObject("stream_options").getBoolean("include_usage")).isTrue();
    assertThat(body.getJsonArray("messages").getJsonObject(0).getString("role"))
        .isEqualTo("system");
    assertThat(body.getJsonObject("response_format").getString("type")).isEqualTo("json_schema");
  }

  @Test
  void azureHasItsKeyInAHeaderAndKeepsItsQuery() {
    stub.says(openAi("Bees"));

    Answers.answer(
        models(Map.of("azure", config("azure", stub.address() + "/openai/v1?api-version=x", "m")))
            .session(ExternalCalls.unkept(), 0)
            .model()
            .ask(request()));

    assertThat(stub.last().path()).isEqualTo("/openai/v1/chat/completions");
    assertThat(stub.last().query()).isEqualTo("api-version=x");
    assertThat(stub.last().headers().get("api-key")).isEqualTo("key-1");
  }

  @Test
  void anthropicIsHeldToTheSchemaByAToolAndStreamed() {
    stub.streams(
        "text/event-stream",
        List.of(
            "event: message_start\ndata: {\"type\":\"message_start\",\"message\":{\"usage\":"
                + "{\"input_tokens\":7,\"output_tokens\":1}}}\n\n",
            "event: ping\ndata: {\"type\":\"ping\"}\n\n",
            "event: content_block_delta\ndata: {\"type\":\"content_block_delta\",\"delta\":"
                + "{\"type\":\"thinking_delta\",\"thinking\":\"hm\"}}\n\n",
            "event: content_block_delta\ndata: {\"type\":\"content_block_delta\",\"delta\":"
                + "{\"type\":\"input_json_delta\",\"partial_json\":\"{\\\"a\\\":\"}}\n\n",
            "event: content_block_delta\ndata: {\"type\":\"content_block_delta\",\"delta\":"
                + "{\"type\":\"input_json_delta\",\"partial_json\":\" 1}\"}}\n\n",
            "event: message_delta\ndata: {\"type\":\"message_delta\",\"delta\":{\"stop_reason\":"
                + "\"tool_use\"},\"usage\":{\"output_tokens\":3}}\n\n",
            "event: message_stop\ndata: {\"type\":\"message_stop\"}\n\n"));

    ModelAnswer answer = Answers.answer(ask("anthropic"));

    assertThat(answer)
        .isEqualTo(new ModelAnswer("{\"a\": 1}", 7, 3, false, "anthropic:m", List.of()));
    JsonObject body = stub.last().json();
    assertThat(stub.last().path()).isEqualTo("/messages");
    assertThat(stub.last().headers().get("x-api-key")).isEqualTo("key-1");
    assertThat(stub.last().headers().get("anthropic-version")).isEqualTo("2023-06-01");
    assertThat(body.getString("system")).isEqualTo("You write.");
    assertThat(body.getJsonArray("messages").size()).isEqualTo(1);
    assertThat(body.getJsonObject("tool_choice").getString("name")).isEqualTo("script");
  }

  @Test
  void anthropicMayAnswerWhole() {
    stub.says(
        new JsonObject(
            "{\"content\":[{\"type\":\"text\",\"text\":\"Bees\"}],\"stop_reason\":\"max_tokens\","
                + "\"usage\":{\"input_tokens\":7,\"output_tokens\":3}}"));

    assertThat(Answers.answer(ask("anthropic")))
        .isEqualTo(new ModelAnswer("Bees", 7, 3, true, "anthropic:m", List.of()));
  }

  @Test
  void geminiIsStreamedPartByPart() {
    stub.streams(
        "text/event-stream",
        List.of(
            "data: {\"candidates\":[{\"content\":{\"role\":\"model\",\"parts\":[{\"text\":\"hm\","
                + "\"thought\":true},{\"text\":\"Bees \"}]}}],\"usageMetadata\":{\"promptTokenCount\":7}}\r\n\r\n",
            "data: {\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"dance\"}]},\"finishReason\":"
                + "\"STOP\"}],\"usageMetadata\":{\"promptTokenCount\":7,\"candidatesTokenCount\":2,"
                + "\"thoughtsTokenCount\":1}}\r\n\r\n"));

    ModelAnswer answer = Answers.answer(ask("gemini"));

    assertThat(answer).isEqualTo(new ModelAnswer("Bees dance", 7, 3, false, "gemini:m", List.of()));
    JsonObject body = stub.last().json();
    assertThat(stub.last().path()).isEqualTo("/models/m:streamGenerateContent");
    assertThat(stub.last().query()).isEqualTo("alt=sse");
    assertThat(stub.last().headers().get("x-goog-api-key")).isEqualTo("key-1");
    JsonArray system = body.getJsonObject("systemInstruction").getJsonArray("parts");
    assertThat(system.getJsonObject(0).getString("text")).isEqualTo("You write.");
    assertThat(body.getJsonObject("generationConfig").getString("responseMimeType"))
        .isEqualTo("application/json");
    assertThat(body.getJsonObject("generationConfig").getJsonObject("responseJsonSchema"))
        .isNotNull();
  }

  @Test
  void geminiSaysBadRequestToAWrongKey() {
    stub.fails(400, "API key not valid. Please pass a valid API key.", null);

    ServiceFailure failure = Answers.failure(ask("gemini"));

    assertThat(failure.code()).isEqualTo(FailureCode.INVALID);
    assertThat(failure.getMessage()).contains("content.llm.providers.gemini.api-key");
  }

  @Test
  void aFilterThatStopsTheAnswerIsARefusalOfTheTopic() {
    stub.says(new JsonObject("{\"promptFeedback\":{\"blockReason\":\"SAFETY\"}}"));
    assertThat(Answers.failure(ask("gemini")).violations())
        .extracting("pointer")
        .containsExactly("/topic");

    stub.says(
        new JsonObject(
            "{\"choices\":[{\"finish_reason\":\"content_filter\",\"message\":{\"content\":\"\"}}]}"));
    assertThat(Answers.failure(ask("openai")).code()).isEqualTo(FailureCode.INVALID);
  }

  @ParameterizedTest
  @ValueSource(strings = {"openai", "anthropic", "gemini"})
  void everyFormMeetsEveryTroubleInTheSameWay(String preset) {
    stub.refusesKey().forbids().usedUp();
    assertThat(Answers.failure(ask(preset)).getMessage())
        .contains("content.llm.providers." + preset + ".api-key")
        .doesNotContain("key-1");
    assertThat(Answers.failure(ask(preset)).getMessage()).contains("403");
    assertThat(Answers.failure(ask(preset)).code()).isEqualTo(FailureCode.QUOTA);

    stub.breaks().garbage().hangs();
    for (int i = 0; i < 3; i++) {
      assertThat(Answers.failure(ask(preset)).code()).isEqualTo(FailureCode.UNAVAILABLE);
    }
    stub.cutsOff("text/event-stream", Buffer.buffer("data: {\"choices\": [{\"delta\": {\"con"))
        .streams("text/event-stream", List.of("data: {\"usageMetadata\":{},\"type\":\"ping\"}\n\n"))
        .streams(
            "text/event-stream",
            List.of("data: {\"error\":{\"message\":\"Overloaded\"},\"type\":\"error\"}\n\n"));
    assertThat(Answers.failure(ask(preset)).getMessage()).contains("broke off");
    assertThat(Answers.failure(ask(preset)).getMessage()).contains("broke off");
    assertThat(Answers.failure(ask(preset)).getMessage()).contains("Overloaded");
  }

  @Test
  void theNextModelIsAskedWhereOneFailsAndTheAnswerSaysSo() {
    stub.refusesKey().breaks().says(openAi("Bees"));
    Map<String, ModelConfig> three = new LinkedHashMap<>();
    three.put("groq", config(null, stub.address(), "a"));
    three.put("mine", config(null, stub.address(), "b"));
    three.put("ollama", config(null, stub.address(), "c"));

    ModelAnswer answer =
        Answers.answer(models(three).session(ExternalCalls.unkept(), 0).model().ask(request()));

    assertThat(answer.writer()).isEqualTo("ollama:c");
    assertThat(answer.notes()).hasSize(2);
    assertThat(answer.notes().get(0)).contains("groq:a was asked first", "refused the key");
  }

  @Test
  void whenNoneAnswersEveryReasonIsTold() {
    stub.refusesKey().breaks();
    Map<String, ModelConfig> two = new LinkedHashMap<>();
    two.put("groq", config(null, stub.address(), "a"));
    two.put("mine", config(null, stub.address(), "b"));

    ServiceFailure failure =
        Answers.failure(models(two).session(ExternalCalls.unkept(), 0).model().ask(request()));

    assertThat(failure.code()).isEqualTo(FailureCode.UNAVAILABLE);
    assertThat(failure.getMessage()).contains("providers.groq.api-key", "500");
  }

  @Test
  void anAnswerIsPaidOnceAndItsTokensAreTold() {
    stub.says(openAi("Bees"));
    Kept kept = new Kept();
    Models models = models(Map.of("openai", config(null, stub.address(), "m")));
    Models.Session first = models.session(kept, 0);
    Models.Session second = models.session(kept, 0);

    ModelAnswer asked = Answers.answer(first.model().ask(request()));
    ModelAnswer remembered = Answers.answer(second.model().ask(request()));

    assertThat(remembered).isEqualTo(asked);
    assertThat(first.paid()).isTrue();
    assertThat(second.paid()).isFalse();
    assertThat(kept.costs).hasSize(2);
    assertThat(kept.costs.get(0).unit()).isEqualTo(CostUnit.INPUT_TOKENS);
    assertThat(kept.costs.get(1).quantity()).isEqualTo(3);
  }

  @Test
  void whereTheMoneyIsUsedUpNoOtherModelIsAsked() {
    Map<String, ModelConfig> two = new LinkedHashMap<>();
    two.put("groq", config(null, stub.address(), "a"));
    two.put("ollama", config(null, stub.address(), "b"));
    List<String> asked = new ArrayList<>();
    ExternalCalls poor =
        new ExternalCalls() {
          @Override
          public <T extends Record> Future<T> once(
              String provider, Record input, Class<T> type, Supplier<Future<Answer<T>>> ask) {
            asked.add(provider);
            return Future.failedFuture(
                new ServiceFailure(
                    FailureCode.QUOTA,
                    "Over the budget cap",
                    List.of(new Violation(CostCaps.POINTER, "is over the budget cap"))));
          }
        };

    ServiceFailure failure = Answers.failure(models(two).session(poor, 0).model().ask(request()));

    assertThat(failure.code()).isEqualTo(FailureCode.QUOTA);
    assertThat(asked).containsExactly("groq");
  }

  @Test
  void wrongSettingsAreFoundAtTheStart() {
    assertThat(catchThrowable(() -> models(List.of("nobody"), Map.of())))
        .hasMessageContaining("order names nobody");
    assertThat(catchThrowable(() -> models(List.of("groq"), Map.of())))
        .hasMessageContaining("content.llm.providers.groq.api-key is missing");
    assertThat(catchThrowable(() -> models(List.of("vllm"), Map.of())))
        .hasMessageContaining("content.llm.providers.vllm.model is missing");
    assertThat(
            catchThrowable(() -> models(List.of(), Map.of("x", config("nosuch", "http://h", "m")))))
        .hasMessageContaining("preset must be one of");
    assertThat(models(List.of("ollama"), Map.of()).names()).isEqualTo("ollama:llama3.2");
  }

  /** Keeps answers as the durable store does. */
  private static final class Kept implements ExternalCalls {
    private final Map<Record, Record> answers = new LinkedHashMap<>();
    private final List<io.moneyprinter.codecs.orchestration.Cost> costs = new ArrayList<>();

    @Override
    public <T extends Record> Future<T> once(
        String provider, Record input, Class<T> type, Supplier<Future<Answer<T>>> ask) {
      if (answers.containsKey(input)) {
        return Future.succeededFuture(type.cast(answers.get(input)));
      }
      return ask.get()
          .map(
              answer -> {
                answers.put(input, answer.value());
                costs.addAll(answer.costs());
                return answer.value();
              });
    }
  }

  private static JsonObject openAi(String text) {
    return new JsonObject()
        .put(
            "choices",
            new JsonArray()
                .add(
                    new JsonObject()
                        .put("message", new JsonObject().put("content", text))
                        .put("finish_reason", "stop")))
        .put("usage", new JsonObject().put("prompt_tokens", 7).put("completion_tokens", 3));
  }

  private Future<ModelAnswer> ask(String preset) {
    return models(Map.of(preset, config(preset, stub.address(), "m")))
        .session(ExternalCalls.unkept(), 0)
        .model()
        .ask(request());
  }

  private ModelRequest request() {
    return new ModelRequest(
        List.of(ChatMessage.system("You write."), ChatMessage.user("Bees.")),
        AnswerSchema.shipped("script"),
        0.8,
        500,
        Instant.now().plusSeconds(20),
        heard::add);
  }

  private static ModelConfig config(String preset, String baseUrl, String model) {
    return new ModelConfig(
        Optional.ofNullable(preset),
        Optional.of(baseUrl),
        Optional.of("key-1"),
        Optional.of(model),
        Optional.of(Duration.ofMillis(1500)));
  }

  private Models models(Map<String, ModelConfig> providers) {
    return models(List.of(), providers);
  }

  private Models models(List<String> order, Map<String, ModelConfig> providers) {
    return new Models(
        test.vertx(),
        test.node().meters(),
        new LlmConfig(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Duration.ofSeconds(9),
            0.8,
            2000,
            order,
            providers));
  }
}
