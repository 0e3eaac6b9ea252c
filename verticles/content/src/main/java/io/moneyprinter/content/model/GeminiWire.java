package io.moneyprinter.content.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.moneyprinter.platform.providers.KeyPlace;
import io.moneyprinter.platform.providers.ProviderRequest;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Google's Gemini API, as its reference documents it under "Generating content" ({@code
 * models.generateContent}, {@code models.streamGenerateContent} with {@code alt=sse}) and
 * "Structured output" ({@code responseJsonSchema}).
 */
final class GeminiWire implements ModelWire {
  private static final String FORM = "generated content (candidates with parts)";
  private static final Set<String> STOPPED_BY_FILTER =
      Set.of("SAFETY", "RECITATION", "BLOCKLIST", "PROHIBITED_CONTENT", "SPII");

  private final String base;
  private final String model;

  GeminiWire(String base, String model) {
    this.base = base;
    this.model = model;
  }

  @Override
  public KeyPlace keyPlace() {
    return KeyPlace.header("x-goog-api-key");
  }

  @Override
  public ProviderRequest request(ModelRequest request, RequestForm form) {
    ObjectNode body = WireJson.object();
    StringBuilder system = new StringBuilder();
    ArrayNode contents = body.putArray("contents");
    for (ChatMessage message : request.messages()) {
      switch (message.role()) {
        case SYSTEM -> system.append(system.isEmpty() ? "" : "\n\n").append(message.content());
        case USER -> said(contents.addObject().put("role", "user"), message.content());
        case ASSISTANT -> said(contents.addObject().put("role", "model"), message.content());
      }
    }
    if (!system.isEmpty()) {
      said(body.putObject("systemInstruction"), system.toString());
    }
    ObjectNode generation =
        body.putObject("generationConfig").put("maxOutputTokens", request.maxTokens());
    if (form.temperature()) {
      generation.put("temperature", request.temperature());
    }
    if (form.schema() && request.schema() != null) {
      generation
          .put("responseMimeType", "application/json")
          .set("responseJsonSchema", request.schema().schema());
    }
    String verb = form.stream() ? ":streamGenerateContent?alt=sse" : ":generateContent";
    return ProviderRequest.postJson(base + "/models/" + model + verb, WireJson.bytes(body));
  }

  private static void said(ObjectNode content, String text) {
    content.putArray("parts").addObject().put("text", text);
  }

  @Override
  public ModelAnswer answer(Buffer body) {
    Pieces whole = new Pieces(piece -> {});
    whole.take(WireJson.read(body.getBytes()));
    return whole.end();
  }

  @Override
  public StreamReader stream(Consumer<String> heard) {
    return new Pieces(heard);
  }

  /** Every event is a whole response with the next part of the text; usage grows. */
  private final class Pieces implements StreamReader {
    private final Consumer<String> heard;
    private final StringBuilder text = new StringBuilder();
    private JsonNode usage = WireJson.object();
    private String finish;

    Pieces(Consumer<String> heard) {
      this.heard = heard;
    }

    @Override
    public void event(String data) {
      take(WireJson.read(data.getBytes(StandardCharsets.UTF_8)));
    }

    void take(JsonNode response) {
      if (response.hasNonNull("error")) {
        throw WireJson.told(response);
      }
      if (response.path("promptFeedback").hasNonNull("blockReason")) {
        throw WireJson.declined(response.path("promptFeedback").path("blockReason").asText());
      }
      JsonNode candidate = response.path("candidates").path(0);
      if (candidate.isMissingNode() && !response.has("usageMetadata")) {
        throw WireJson.notThis(FORM);
      }
      for (JsonNode part : candidate.path("content").path("parts")) {
        String piece = part.path("thought").asBoolean() ? "" : part.path("text").asText("");
        if (!piece.isEmpty()) {
          text.append(piece);
          heard.accept(piece);
        }
      }
      if (candidate.path("finishReason").isTextual()) {
        finish = candidate.path("finishReason").asText();
      }
      if (response.path("usageMetadata").isObject()) {
        usage = response.path("usageMetadata");
      }
    }

    @Override
    public ModelAnswer end() {
      if (finish == null) {
        throw WireJson.brokeOff();
      }
      if (STOPPED_BY_FILTER.contains(finish)) {
        throw WireJson.declined("the provider's own filter stopped its answer (" + finish + ")");
      }
      return new ModelAnswer(
          text.toString(),
          usage.path("promptTokenCount").asInt(),
          usage.path("candidatesTokenCount").asInt() + usage.path("thoughtsTokenCount").asInt(),
          "MAX_TOKENS".equals(finish),
          model);
    }
  }
}
