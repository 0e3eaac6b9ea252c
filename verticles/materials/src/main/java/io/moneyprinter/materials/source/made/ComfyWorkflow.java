package io.moneyprinter.materials.source.made;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.moneyprinter.codecs.json.RecordJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;

/**
 * A graph of ComfyUI in its API form, with signs where a picture's own values go: {@code %prompt%}
 * and {@code %checkpoint%} within any text; {@code %seed%}, {@code %width%} and {@code %height%} as
 * a whole text, which becomes a number. Immutable.
 */
final class ComfyWorkflow {
  private static final String SHIPPED = "comfyui-workflow.json";

  private final JsonNode graph;

  private ComfyWorkflow(JsonNode graph) {
    this.graph = graph;
  }

  /**
   * Reads a file, or what is shipped. Blocks, shortly.
   *
   * @throws IllegalArgumentException with what is wrong with the file
   */
  static ComfyWorkflow read(Optional<String> file) {
    try {
      byte[] text = file.isPresent() ? Files.readAllBytes(Path.of(file.get())) : shipped();
      JsonNode graph = RecordJson.wire().readTree(text);
      if (!graph.isObject() || !graph.toString().contains("%prompt%")) {
        throw new IllegalArgumentException(
            "materials.sources.comfyui.workflow: "
                + file.orElse(SHIPPED)
                + " is no workflow in the API form with %prompt% in it");
      }
      return new ComfyWorkflow(graph);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "materials.sources.comfyui.workflow: "
              + file.orElse(SHIPPED)
              + " cannot be read: "
              + e.getMessage(),
          e);
    }
  }

  private static byte[] shipped() throws IOException {
    try (InputStream in = ComfyWorkflow.class.getResourceAsStream(SHIPPED)) {
      return in.readAllBytes();
    }
  }

  /** The graph for one picture. */
  JsonNode filled(Map<String, String> texts, Map<String, Long> numbers) {
    return filled(graph, texts, numbers);
  }

  private static JsonNode filled(
      JsonNode node, Map<String, String> texts, Map<String, Long> numbers) {
    if (node.isTextual()) {
      String text = node.asText();
      if (numbers.containsKey(text)) {
        return JsonNodeFactory.instance.numberNode(numbers.get(text));
      }
      for (Map.Entry<String, String> each : texts.entrySet()) {
        text = text.replace(each.getKey(), each.getValue());
      }
      return JsonNodeFactory.instance.textNode(text);
    }
    if (node.isArray()) {
      ArrayNode filled = JsonNodeFactory.instance.arrayNode();
      node.forEach(item -> filled.add(filled(item, texts, numbers)));
      return filled;
    }
    if (node.isObject()) {
      ObjectNode filled = JsonNodeFactory.instance.objectNode();
      for (Iterator<Map.Entry<String, JsonNode>> it = node.fields(); it.hasNext(); ) {
        Map.Entry<String, JsonNode> field = it.next();
        filled.set(field.getKey(), filled(field.getValue(), texts, numbers));
      }
      return filled;
    }
    return node;
  }
}
