package io.moneyprinter.gateway;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Makes requests out of the API's description: nearly right ones, each wrong in its own way. */
final class ApiFuzzer {
  /** A request to send. */
  record Attempt(
      String method, String target, Map<String, String> headers, String type, String body) {
    @Override
    public String toString() {
      String shown = body == null ? "" : body.length() > 300 ? body.substring(0, 300) + "…" : body;
      return method + " " + target + " " + headers + " " + shown;
    }
  }

  private record Operation(String method, String path, JsonObject spec, JsonArray shared) {}

  private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");
  private static final int DEEPEST = 6;
  private static final List<Object> ODD =
      List.of(
          "",
          " ",
          "null",
          "-1",
          -1,
          0,
          Long.MAX_VALUE,
          Double.MAX_VALUE,
          1e-300,
          true,
          "\u0000",
          "\ud83d\ude00\u202e",
          "\ud800",
          "' OR '1'='1",
          "../../etc/passwd",
          "${jndi:ldap://x}",
          "<script>",
          "%s%n%x",
          "9".repeat(400),
          "x".repeat(20_000),
          new JsonArray(),
          new JsonObject(),
          new JsonArray().add(new JsonArray().add(new JsonArray())),
          new JsonObject().put("", new JsonObject().put("", 1)));

  private final JsonObject document;
  private final List<Operation> operations = new ArrayList<>();
  private final List<String> ids;
  private final Random random;

  /**
   * @param ids of things that are there
   */
  ApiFuzzer(JsonObject document, List<String> ids, long seed) {
    this.document = document;
    this.ids = ids;
    this.random = new Random(seed);
    document
        .getJsonObject("paths")
        .forEach(
            path -> {
              JsonObject item = (JsonObject) path.getValue();
              for (String method : item.fieldNames()) {
                // Streams do not end by themselves.
                if (METHODS.contains(method) && !item.encode().contains("text/event-stream")) {
                  operations.add(
                      new Operation(
                          method.toUpperCase(),
                          path.getKey(),
                          item.getJsonObject(method),
                          item.getJsonArray("parameters", new JsonArray())));
                }
              }
            });
  }

  Attempt next() {
    Operation operation = operations.get(random.nextInt(operations.size()));
    String path = operation.path();
    Map<String, String> headers = new LinkedHashMap<>();
    List<String> query = new ArrayList<>();
    for (JsonObject parameter : parameters(operation)) {
      String name = parameter.getString("name");
      String value = text(value(parameter.getValue("schema"), 0));
      switch (parameter.getString("in")) {
        case "path" -> path = path.replace("{" + name + "}", encoded(pathPart(value)));
        case "query" -> {
          if (random.nextInt(3) > 0) {
            query.add(encoded(name) + "=" + encoded(value));
          }
        }
        default -> {
          if (random.nextInt(3) > 0 && !name.equals("Prefer")) {
            headers.put(name, printable(value));
          }
        }
      }
    }
    String target = path + (query.isEmpty() ? "" : "?" + String.join("&", query));
    JsonObject content =
        resolve(operation.spec().getJsonObject("requestBody", new JsonObject()))
            .getJsonObject("content", new JsonObject());
    if (content.isEmpty()) {
      return new Attempt(operation.method(), target, headers, "application/json", null);
    }
    List<String> types = new ArrayList<>(content.fieldNames());
    String type = types.get(random.nextInt(types.size())).replace("*", "png");
    Object schema = content.getJsonObject(types.get(0), new JsonObject()).getValue("schema");
    return new Attempt(operation.method(), target, headers, type, broken(text(value(schema, 0))));
  }

  private List<JsonObject> parameters(Operation operation) {
    JsonArray all =
        operation
            .shared()
            .copy()
            .addAll(operation.spec().getJsonArray("parameters", new JsonArray()));
    return all.stream().map(p -> resolve((JsonObject) p)).collect(Collectors.toList());
  }

  private String pathPart(String value) {
    if (random.nextInt(3) == 0) {
      return ids.get(random.nextInt(ids.size()));
    }
    return value.isEmpty() ? "x" : value.substring(0, Math.min(200, value.length()));
  }

  private JsonObject resolve(JsonObject node) {
    JsonObject at = node;
    while (at.containsKey("$ref")) {
      JsonObject found = document;
      for (String step : at.getString("$ref").substring(2).split("/")) {
        found = found.getJsonObject(step);
      }
      at = found;
    }
    return at;
  }

  /** A value that fits a schema, mostly; the schema {@code true} takes anything. */
  private Object value(Object any, int depth) {
    if (!(any instanceof JsonObject unresolved) || random.nextInt(12) == 0) {
      return ODD.get(random.nextInt(ODD.size()));
    }
    JsonObject schema = resolve(unresolved);
    for (String choice : List.of("oneOf", "anyOf")) {
      if (schema.containsKey(choice)) {
        JsonArray options = schema.getJsonArray(choice);
        return value(options.getValue(random.nextInt(options.size())), depth);
      }
    }
    if (schema.containsKey("enum")) {
      JsonArray words = schema.getJsonArray("enum");
      return words.getValue(random.nextInt(words.size()));
    }
    if (schema.containsKey("const")) {
      return schema.getValue("const");
    }
    Object type = schema.getValue("type");
    String kind = type instanceof JsonArray several ? several.getString(0) : (String) type;
    if (kind == null) {
      kind = schema.containsKey("properties") ? "object" : "string";
    }
    return switch (kind) {
      case "object" -> object(schema, depth);
      case "array" -> array(schema, depth);
      case "integer" -> random.nextInt(4) == 0 ? random.nextInt() : random.nextInt(100);
      case "number" -> random.nextDouble() * 10 - 2;
      case "boolean" -> random.nextBoolean();
      default -> string(schema);
    };
  }

  private JsonObject object(JsonObject schema, int depth) {
    JsonObject made = new JsonObject();
    if (depth < DEEPEST) {
      schema
          .getJsonObject("properties", new JsonObject())
          .forEach(
              property -> {
                if (random.nextInt(4) == 0) {
                  made.put(property.getKey(), value(property.getValue(), depth + 1));
                }
              });
    }
    if (random.nextInt(10) == 0) {
      made.put("unknown" + random.nextInt(5), ODD.get(random.nextInt(ODD.size())));
    }
    return made;
  }

  private JsonArray array(JsonObject schema, int depth) {
    JsonArray made = new JsonArray();
    int many = random.nextInt(20) == 0 ? 300 : random.nextInt(3);
    for (int i = 0; i < many && depth < DEEPEST; i++) {
      made.add(value(schema.getValue("items"), depth + 1));
    }
    return made;
  }

  private String string(JsonObject schema) {
    if ("uuid".equals(schema.getString("format"))) {
      return random.nextBoolean()
          ? ids.get(random.nextInt(ids.size()))
          : new UUID(random.nextLong(), random.nextLong()).toString();
    }
    return "w" + Integer.toString(random.nextInt(1_000), 36);
  }

  private static String text(Object value) {
    if (value instanceof JsonObject json) {
      return json.encode();
    }
    return value instanceof JsonArray json ? json.encode() : String.valueOf(value);
  }

  /** Now and then what is no JSON any more. */
  private String broken(String json) {
    return switch (random.nextInt(12)) {
      case 0 -> json.substring(0, random.nextInt(json.length() + 1));
      case 1 -> json + json;
      case 2 -> "[".repeat(5_000);
      case 3 -> json.replace(':', ';');
      case 4 -> json.replaceFirst("\\{", "{\"a\":1,\"a\":2,");
      default -> json;
    };
  }

  private static String encoded(String text) {
    return URLEncoder.encode(
        text.substring(0, Math.min(500, text.length())), StandardCharsets.UTF_8);
  }

  private static String printable(String text) {
    String cut = text.substring(0, Math.min(500, text.length()));
    return cut.replaceAll("[^\\x21-\\x7e]", "?");
  }
}
