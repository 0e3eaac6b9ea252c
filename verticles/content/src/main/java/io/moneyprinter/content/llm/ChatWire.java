package io.moneyprinter.content.llm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.json.RecordJson;
import io.vertx.core.buffer.Buffer;
import java.util.List;

/**
 * The JSON of a chat completion, as the OpenAI API reference documents it under "Create chat
 * completion" (POST /v1/chat/completions) and "Structured outputs", and as Ollama, vLLM, LM Studio,
 * llama.cpp and others speak it.
 */
final class ChatWire {
  private static final String SCHEMA =
      """
      {"type":"json_schema","json_schema":{"name":"script","strict":true,"schema":{
        "type":"object","additionalProperties":false,"required":["title","scenes"],
        "properties":{
          "title":{"type":"string"},
          "scenes":{"type":"array","items":{
            "type":"object","additionalProperties":false,
            "required":["narration","terms","title"],
            "properties":{
              "narration":{"type":"string"},
              "terms":{"type":"array","items":{"type":"string"}},
              "title":{"type":["string","null"]}}}}}}}}
      """;

  private final LlmConfig config;

  ChatWire(LlmConfig config) {
    this.config = config;
  }

  Buffer request(List<ChatMessage> messages, RequestForm form) {
    try {
      ObjectNode body = RecordJson.wire().createObjectNode().put("model", config.model());
      body.set("messages", RecordJson.wire().valueToTree(messages));
      body.put(form.newLimit() ? "max_completion_tokens" : "max_tokens", config.maxTokens());
      if (form.temperature()) {
        body.put("temperature", config.temperature());
      }
      if (form.schema()) {
        body.set("response_format", RecordJson.wire().readTree(SCHEMA));
      }
      return Buffer.buffer(RecordJson.wire().writeValueAsBytes(body));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Plain text always becomes JSON", e);
    }
  }

  /** Reads a 200 answer; what is not one is {@code UNAVAILABLE}, because a retry may be better. */
  ChatAnswer answer(Buffer body) {
    JsonNode choice = parsed(body).path("choices").path(0);
    JsonNode message = choice.path("message");
    if (message.path("refusal").isTextual()) {
      throw ServiceFailure.invalid(
          "/topic",
          "The language model declined to write about this topic: "
              + clipped(message.path("refusal").asText())
              + ". Give the script as text instead");
    }
    String finish = choice.path("finish_reason").asText();
    if ("content_filter".equals(finish)) {
      throw ServiceFailure.invalid(
          "/topic",
          "The language model's own filter stopped its answer. Word the topic differently, or give"
              + " the script as text");
    }
    if (!message.path("content").isTextual()) {
      throw ServiceFailure.unavailable(
          "The server of content.llm.base-url answered without the choices of a chat completion;"
              + " check that the address ends at its OpenAI-compatible /v1");
    }
    int tokens = parsed(body).path("usage").path("total_tokens").asInt();
    return new ChatAnswer(message.path("content").asText(), tokens, "length".equals(finish));
  }

  private static JsonNode parsed(Buffer body) {
    try {
      JsonNode tree = RecordJson.wire().readTree(body == null ? new byte[0] : body.getBytes());
      if (tree.isObject()) {
        return tree;
      }
      throw ServiceFailure.unavailable(
          "The server of content.llm.base-url did not answer with a JSON object");
    } catch (java.io.IOException e) {
      throw ServiceFailure.unavailable(
          "The answer of the language model's server broke off or is not JSON: "
              + clipped(e.getMessage())
              + ". Trying again may help; else check content.llm.base-url");
    }
  }

  /** What the server itself says about an error, in whichever of the usual places it says it. */
  static Complaint complaint(Buffer body) {
    try {
      JsonNode tree = RecordJson.wire().readTree(body == null ? new byte[0] : body.getBytes());
      JsonNode error = tree.path("error");
      String message =
          error
              .path("message")
              .asText(
                  error.isTextual()
                      ? error.asText()
                      : tree.path("message").asText(tree.path("detail").asText("")));
      return new Complaint(
          clipped(message), error.path("param").asText(""), error.path("code").asText(""));
    } catch (java.io.IOException e) {
      return new Complaint("", "", "");
    }
  }

  /**
   * @param message for people; may be empty
   * @param param the request's field at fault; may be empty
   * @param code the server's own code; may be empty
   */
  record Complaint(String message, String param, String code) {
    String sentence() {
      return message.isEmpty() ? "" : " (it says: " + message + ")";
    }
  }

  private static String clipped(String text) {
    String line = String.valueOf(text).lines().findFirst().orElse("");
    return line.length() > 300 ? line.substring(0, 300) + "…" : line;
  }
}
