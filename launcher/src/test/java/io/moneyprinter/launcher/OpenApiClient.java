package io.moneyprinter.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Speaks with any server that describes itself by OpenAPI 3.1, and knows nothing else of it: what
 * it sends, and where, stands in the description, and every answer is held against it, by a
 * validator of JSON Schema (draft 2020-12) that is not ours.
 */
final class OpenApiClient {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "patch", "head");

  private final HttpClient http = HttpClient.newHttpClient();
  private final JsonSchemaFactory schemas =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
  private final URI server;
  private final JsonNode document;
  private final Map<String, Operation> operations = new TreeMap<>();

  private record Operation(String method, String path, JsonNode shared, JsonNode described) {}

  /** An answer that is as described. */
  record Answer(int status, JsonNode json, byte[] body, Map<String, String> headers) {}

  /** Reads the description of a server. */
  OpenApiClient(URI server, String description) throws Exception {
    this.server = server;
    HttpRequest request = HttpRequest.newBuilder(server.resolve(description)).build();
    this.document = JSON.readTree(http.send(request, HttpResponse.BodyHandlers.ofString()).body());
    document
        .path("paths")
        .fields()
        .forEachRemaining(
            path ->
                path.getValue()
                    .fields()
                    .forEachRemaining(
                        method -> {
                          if (METHODS.contains(method.getKey())) {
                            operations.put(
                                method.getValue().path("operationId").asText(),
                                new Operation(
                                    method.getKey(),
                                    path.getKey(),
                                    path.getValue(),
                                    method.getValue()));
                          }
                        }));
  }

  /**
   * Calls an operation.
   *
   * @param values of its parameters, by their names
   * @param body JSON; {@code null} for none
   */
  Answer call(String operationId, Map<String, String> values, JsonNode body) throws Exception {
    Operation operation = operations.get(operationId);
    assertThat(operation).as("the operation " + operationId).isNotNull();
    HttpRequest.Builder request = request(operation, values);
    if (body == null) {
      boolean reads = operation.method().equals("get");
      request.method(
          operation.method().toUpperCase(Locale.ROOT), HttpRequest.BodyPublishers.noBody());
      if (!reads) {
        request.header("Content-Type", "application/json");
      }
    } else {
      JsonNode media = resolve(operation.described().path("requestBody")).path("content");
      assertThat(media.has("application/json")).as(operationId + " takes JSON").isTrue();
      valid(operationId + " request", media.path("application/json").path("schema"), body);
      request
          .header("Content-Type", "application/json")
          .method(
              operation.method().toUpperCase(Locale.ROOT),
              HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
    }
    return held(
        operationId,
        operation,
        http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
  }

  private HttpRequest.Builder request(Operation operation, Map<String, String> values) {
    String path = operation.path();
    StringBuilder query = new StringBuilder();
    HttpRequest.Builder request = HttpRequest.newBuilder().timeout(Duration.ofSeconds(60));
    Map<String, String> left = new TreeMap<>(values);
    for (JsonNode list : new JsonNode[] {operation.shared(), operation.described()}) {
      for (JsonNode reference : list.path("parameters")) {
        JsonNode parameter = resolve(reference);
        String name = parameter.path("name").asText();
        String value = left.remove(name);
        if (value == null) {
          assertThat(parameter.path("required").asBoolean()).as("needed: " + name).isFalse();
          continue;
        }
        switch (parameter.path("in").asText()) {
          case "path" -> path = path.replace("{" + name + "}", encoded(value));
          case "query" ->
              query
                  .append(query.isEmpty() ? '?' : '&')
                  .append(name)
                  .append('=')
                  .append(encoded(value));
          case "header" -> request.header(name, value);
          default -> throw new IllegalStateException("Unknown place of " + name);
        }
      }
    }
    assertThat(left).as("parameters that " + path + " does not have").isEmpty();
    return request.uri(server.resolve(path + query));
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private Answer held(String operationId, Operation operation, HttpResponse<byte[]> response)
      throws IOException {
    String status = Integer.toString(response.statusCode());
    JsonNode described = resolve(operation.described().path("responses").path(status));
    String told = new String(response.body(), StandardCharsets.UTF_8);
    assertThat(described.isMissingNode())
        .as("%s may answer %s: %s", operationId, status, told)
        .isFalse();
    String type = response.headers().firstValue("Content-Type").orElse("").split(";")[0];
    JsonNode json = null;
    if (response.body().length > 0) {
      JsonNode content = described.path("content");
      JsonNode media = content.has(type) ? content.path(type) : content.path("*/*");
      assertThat(media.isMissingNode()).as("%s %s of type %s", operationId, status, type).isFalse();
      if (type.endsWith("json")) {
        json = JSON.readTree(response.body());
        valid(operationId + " " + status, media.path("schema"), json);
      }
    }
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    response.headers().map().forEach((name, all) -> headers.put(name, all.get(0)));
    return new Answer(response.statusCode(), json, response.body(), headers);
  }

  /** The schema with all that it may refer to. */
  private void valid(String what, JsonNode schema, JsonNode value) {
    ObjectNode whole = JSON.createObjectNode();
    whole.set("allOf", JSON.createArrayNode().add(schema));
    whole.set("components", document.path("components"));
    Set<ValidationMessage> faults = schemas.getSchema(whole).validate(value);
    assertThat(faults).as(what).isEmpty();
  }

  private JsonNode resolve(JsonNode node) {
    JsonNode found = node;
    while (found.has("$ref")) {
      String reference = found.path("$ref").asText();
      assertThat(reference).startsWith("#/");
      JsonNode at = document;
      for (String part : reference.substring(2).split("/")) {
        at = at.path(part);
      }
      found = at;
    }
    return found;
  }

  /** Whether every operation can be named, for a client that is made from the description. */
  Iterator<String> names() {
    return operations.keySet().iterator();
  }
}
