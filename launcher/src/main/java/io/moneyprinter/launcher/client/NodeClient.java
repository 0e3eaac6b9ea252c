package io.moneyprinter.launcher.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.bus.Violation;
import io.moneyprinter.codecs.json.RecordJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Talks to the API of a running node. */
public final class NodeClient {
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(60);

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI node;
  private final Optional<String> apiKey;

  public NodeClient(URI node, Optional<String> apiKey) {
    this.node = node;
    this.apiKey = apiKey;
  }

  /** The whole address of something that the node names by its path. */
  public URI address(String href) {
    return node.resolve(href);
  }

  /**
   * Sends one request and gives its answer; a refusal is a {@link ServiceFailure} with what the
   * node says about it.
   *
   * @param body JSON; empty for none
   */
  public JsonNode ask(String method, String path, String body) throws InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(node.resolve(path))
            .timeout(ANSWER_LIMIT)
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    apiKey.ifPresent(key -> request.header("X-API-Key", key));
    try {
      HttpResponse<String> answer =
          http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      JsonNode tree = RecordJson.wire().readTree(answer.body());
      if (answer.statusCode() / 100 == 2) {
        return tree;
      }
      throw refused(answer.statusCode(), tree);
    } catch (IOException e) {
      throw silent(node);
    }
  }

  static ServiceFailure silent(URI node) {
    return new ServiceFailure(
        FailureCode.UNAVAILABLE,
        "No node answers at " + node + ": start one (moneyprinter start), or name it by --url");
  }

  static ServiceFailure refused(HttpResponse<String> answer) throws IOException {
    return refused(answer.statusCode(), RecordJson.wire().readTree(answer.body()));
  }

  private static ServiceFailure refused(int status, JsonNode problem) {
    FailureCode code =
        Arrays.stream(FailureCode.values())
            .filter(known -> known.httpStatus() == status)
            .findFirst()
            .orElse(FailureCode.INVALID);
    List<Violation> violations = new ArrayList<>();
    problem
        .path("violations")
        .forEach(
            wrong ->
                violations.add(
                    new Violation(wrong.path("pointer").asText(), wrong.path("message").asText())));
    return new ServiceFailure(
        code, problem.path("detail").asText("The node answers " + status), violations);
  }
}
