package io.moneyprinter.content.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.moneyprinter.platform.providers.KeyPlace;
import io.moneyprinter.platform.providers.ProviderRequest;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Anthropic's Messages API, as its reference documents it (POST /v1/messages, version 2023-06-01)
 * with "Streaming messages" and "Tool use". An answer's form is held by a tool that the model has
 * to call: what it calls it with is the answer.
 */
final class AnthropicWire implements ModelWire {
  private static final String VERSION = "2023-06-01";
  private static final String FORM = "a message (content with text)";

  private final String base;
  private final String model;

  AnthropicWire(String base, String model) {
    this.base = base;
    this.model = model;
  }

  @Override
  public KeyPlace keyPlace() {
    return KeyPlace.header("x-api-key");
  }

  @Override
  public ProviderRequest request(ModelRequest request, RequestForm form) {
    ObjectNode body = WireJson.object().put("model", model).put("max_tokens", request.maxTokens());
    StringBuilder system = new StringBuilder();
    ArrayNode messages = body.putArray("messages");
    for (ChatMessage message : request.messages()) {
      if (message.role() == ChatMessage.Role.SYSTEM) {
        system.append(system.isEmpty() ? "" : "\n\n").append(message.content());
      } else {
        messages
            .addObject()
            .put("role", message.role().name().toLowerCase(Locale.ROOT))
            .put("content", message.content());
      }
    }
    if (!system.isEmpty()) {
      body.put("system", system.toString());
    }
    if (form.temperature()) {
      body.put("temperature", Math.min(1, request.temperature()));
    }
    if (form.schema() && request.schema() != null) {
      String tool = request.schema().name();
      body.putArray("tools")
          .addObject()
          .put("name", tool)
          .put("description", "Takes the answer")
          .set("input_schema", request.schema().schema());
      body.putObject("tool_choice").put("type", "tool").put("name", tool);
    }
    if (form.stream()) {
      body.put("stream", true);
    }
    return ProviderRequest.postJson(base + "/messages", WireJson.bytes(body))
        .header("anthropic-version", VERSION);
  }

  @Override
  public ModelAnswer answer(Buffer body) {
    JsonNode tree = WireJson.read(body.getBytes());
    if (!tree.path("content").isArray()) {
      throw WireJson.notThis(FORM);
    }
    StringBuilder text = new StringBuilder();
    for (JsonNode block : tree.path("content")) {
      if ("tool_use".equals(block.path("type").asText())) {
        text.append(block.path("input"));
      } else if ("text".equals(block.path("type").asText())) {
        text.append(block.path("text").asText());
      }
    }
    return answer(
        text.toString(), input(tree.path("usage")), tree.path("usage"), tree.path("stop_reason"));
  }

  @Override
  public StreamReader stream(Consumer<String> heard) {
    return new Pieces(heard);
  }

  private static int input(JsonNode usage) {
    return usage.path("input_tokens").asInt()
        + usage.path("cache_creation_input_tokens").asInt()
        + usage.path("cache_read_input_tokens").asInt();
  }

  private ModelAnswer answer(String text, int input, JsonNode usage, JsonNode stop) {
    if ("refusal".equals(stop.asText())) {
      throw WireJson.declined("");
    }
    return new ModelAnswer(
        text,
        input,
        usage.path("output_tokens").asInt(),
        "max_tokens".equals(stop.asText()),
        model);
  }

  /** {@code message_start}, deltas, {@code message_delta} with the reason, {@code message_stop}. */
  private final class Pieces implements StreamReader {
    private final Consumer<String> heard;
    private final StringBuilder text = new StringBuilder();
    private int input;
    private JsonNode last = WireJson.object();
    private boolean stopped;

    Pieces(Consumer<String> heard) {
      this.heard = heard;
    }

    @Override
    public void event(String data) {
      JsonNode event = WireJson.read(data.getBytes(StandardCharsets.UTF_8));
      switch (event.path("type").asText()) {
        case "message_start" -> input = input(event.path("message").path("usage"));
        case "content_block_delta" -> {
          JsonNode delta = event.path("delta");
          // Thoughts come as thinking_delta and are left out.
          String piece = delta.path("text").asText(delta.path("partial_json").asText(""));
          if (!piece.isEmpty()) {
            text.append(piece);
            heard.accept(piece);
          }
        }
        case "message_delta" -> last = event;
        case "message_stop" -> stopped = true;
        case "error" -> throw WireJson.told(event);
        default -> {
          // ping, content_block_start and what may be added: the reference asks to pass over them.
        }
      }
    }

    @Override
    public ModelAnswer end() {
      if (!stopped) {
        throw WireJson.brokeOff();
      }
      return answer(
          text.toString(), input, last.path("usage"), last.path("delta").path("stop_reason"));
    }
  }
}
