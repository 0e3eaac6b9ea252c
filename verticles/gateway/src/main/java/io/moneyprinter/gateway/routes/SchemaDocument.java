package io.moneyprinter.gateway.routes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.moneyprinter.codecs.json.RecordJson;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Schemas of documents that users write, for their editors: JSON Schema 2020-12, taken from the
 * API's own description, which speaks the same dialect (OpenAPI 3.1).
 */
public final class SchemaDocument {
  private static final Map<String, String> NAMES =
      Map.of("timeline", "Timeline", "brief", "VideoBrief");

  private static final String IN_API = "#/components/schemas/";
  private static final String HERE = "#/$defs/";

  private final JsonNode schemas;

  private SchemaDocument(JsonNode schemas) {
    this.schemas = schemas;
  }

  /** Reads the API's description from the class path; blocks shortly. */
  public static SchemaDocument load() {
    String yaml = Resource.read("/openapi.yaml", "application/yaml").bytes().toString();
    Object document = ApiDescription.parse(yaml);
    return new SchemaDocument(
        RecordJson.wire().valueToTree(document).path("components").path("schemas"));
  }

  /** What there are schemas of. */
  public static Set<String> names() {
    return new TreeSet<>(NAMES.keySet());
  }

  /**
   * A schema that stands by itself, as JSON.
   *
   * @param name one of {@link #names}
   */
  public String of(String name) {
    String type = NAMES.get(name);
    if (type == null) {
      throw new IllegalArgumentException(
          "There is no schema of '" + name + "': there are " + String.join(", ", names()));
    }
    ObjectNode whole = RecordJson.wire().createObjectNode();
    whole.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    whole.put("$id", "/v1/schemas/" + name + ".json");
    whole.put("title", type);
    whole.put("$ref", HERE + type);
    ObjectNode parts = whole.putObject("$defs");
    Deque<String> open = new ArrayDeque<>(Set.of(type));
    while (!open.isEmpty()) {
      String part = open.pop();
      if (!parts.has(part)) {
        parts.set(part, local(schemas.path(part).deepCopy(), open));
      }
    }
    try {
      return RecordJson.wire().writerWithDefaultPrettyPrinter().writeValueAsString(whole) + "\n";
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same with references into this document; what they lead to is put on the list. */
  private static JsonNode local(JsonNode node, Deque<String> open) {
    if (node instanceof ObjectNode object) {
      JsonNode reference = object.get("$ref");
      if (reference != null && reference.asText().startsWith(IN_API)) {
        String part = reference.asText().substring(IN_API.length());
        open.push(part);
        object.set("$ref", TextNode.valueOf(HERE + part));
      }
    }
    node.forEach(child -> local(child, open));
    return node;
  }
}
