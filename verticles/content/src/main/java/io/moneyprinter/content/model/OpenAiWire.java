package io.moneyprinter.content.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.moneyprinter.platform.providers.KeyPlace;
import io.moneyprinter.platform.providers.ProviderRequest;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Chat completions, as the OpenAI API reference documents them under "Create chat completion" (POST
 * /v1/chat/completions), "Streaming" and "Structured outputs", and as Ollama, vLLM, LM Studio,
 * llama.cpp and most providers speak them.
 */
final class OpenAiWire implements ModelWire {
  private static final String FORM = "a chat completion (choices with a message)";

  private final String address;
  private final String model;
  private final KeyPlace keyPlace;

  /**
   * @param base up to and with {@code /v1}; a query, such as Azure's {@code ?api-version=}, is kept
   */
  OpenAiWire(String base, String model, KeyPlace keyPlace) {
    int query = base.indexOf('?');
    this.address =
        query < 0
            ? base + "/chat/completions"
            : base.substring(0, query).replaceAll("/+$", "")
                + "/chat/completions"
                + base.substring(query);
    this.model = model;
    this.keyPlace = keyPlace;
  }

  @Override
  public KeyPlace keyPlace() {
    return keyPlace;
  }

  @Override
  public ProviderRequest request(ModelRequest request, RequestForm form) {
    ObjectNode body = WireJson.object().put("model", model);
    ArrayNode messages = body.putArray("messages");
    for (ChatMessage message : request.messages()) {
      messages
          .addObject()
          .put("role", message.role().name().toLowerCase(Locale.ROOT))
          .put("content", message.content());
    }
    body.put(form.newLimit() ? "max_completion_tokens" : "max_tokens", request.maxTokens());
    if (form.temperature()) {
      body.put("temperature", request.temperature());
    }
    if (form.schema() && request.schema() != null) {
      ObjectNode format = body.putObject("response_format").put("type", "json_schema");
      format
          .putObject("json_schema")
          .put("name", request.schema().name())
          .put("strict", true)
          .set("schema", request.schema().schema());
    }
    if (form.stream()) {
      body.put("stream", true).putObject("stream_options").put("include_usage", true);
    }
    return ProviderRequest.postJson(address, WireJson.bytes(body));
  }

  @Override
  public ModelAnswer answer(Buffer body) {
    JsonNode tree = WireJson.read(body.getBytes());
    JsonNode choice = tree.path("choices").path(0);
    JsonNode message = choice.path("message");
    refuse(message.path("refusal"), choice.path("finish_reason"));
    String text = text(message.path("content"));
    if (text == null) {
      throw WireJson.notThis(FORM);
    }
    return answer(text, tree.path("usage"), choice.path("finish_reason").asText());
  }

  @Override
  public StreamReader stream(Consumer<String> heard) {
    return new Pieces(heard);
  }

  private static void refuse(JsonNode refusal, JsonNode finish) {
    if (refusal.isTextual() && !refusal.asText().isEmpty()) {
      throw WireJson.declined(refusal.asText());
    }
    if ("content_filter".equals(finish.asText())) {
      throw WireJson.declined("the provider's own filter stopped its answer");
    }
  }

  /** Plain, or in parts of which those that think aloud are left out (Mistral); else null. */
  private static String text(JsonNode content) {
    if (content.isTextual()) {
      return content.asText();
    }
    if (!content.isArray()) {
      return null;
    }
    StringBuilder text = new StringBuilder();
    content.forEach(part -> text.append(part.path("text").asText("")));
    return text.toString();
  }

  private ModelAnswer answer(String text, JsonNode usage, String finish) {
    int input = usage.path("prompt_tokens").asInt();
    int output = usage.path("completion_tokens").asInt(usage.path("total_tokens").asInt() - input);
    return new ModelAnswer(text, input, output, "length".equals(finish), model);
  }

  /** Chunks with a delta each, usage in the last, then {@code [DONE]}. */
  private final class Pieces implements StreamReader {
    private final Consumer<String> heard;
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder refusal = new StringBuilder();
    private JsonNode usage = WireJson.object();
    private String finish;
    private boolean done;

    Pieces(Consumer<String> heard) {
      this.heard = heard;
    }

    @Override
    public void event(String data) {
      if (data.strip().equals("[DONE]")) {
        done = true;
        return;
      }
      JsonNode chunk = WireJson.read(data.getBytes(StandardCharsets.UTF_8));
      if (chunk.hasNonNull("error")) {
        throw WireJson.told(chunk);
      }
      if (chunk.path("usage").isObject()) {
        usage = chunk.path("usage");
      }
      JsonNode choice = chunk.path("choices").path(0);
      refusal.append(choice.path("delta").path("refusal").asText(""));
      String piece = text(choice.path("delta").path("content"));
      if (piece != null && !piece.isEmpty()) {
        text.append(piece);
        heard.accept(piece);
      }
      if (choice.path("finish_reason").isTextual()) {
        finish = choice.path("finish_reason").asText();
      }
    }

    @Override
    public ModelAnswer end() {
      refuse(TextNode.valueOf(refusal.toString()), TextNode.valueOf(String.valueOf(finish)));
      if (finish == null && !done) {
        throw WireJson.brokeOff();
      }
      return answer(text.toString(), usage, String.valueOf(finish));
    }
  }
}
