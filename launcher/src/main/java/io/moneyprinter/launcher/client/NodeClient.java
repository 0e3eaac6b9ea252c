package io.moneyprinter.launcher.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.json.RecordJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Talks to the API of a running node. */
public final class NodeClient {
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(60);
  private static final int HTTP_OK = 200;

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI node;
  private final Optional<String> apiKey;
  private final NodeTrouble trouble;

  public NodeClient(URI node, Optional<String> apiKey) {
    this.node = node;
    this.apiKey = apiKey;
    this.trouble = new NodeTrouble(node);
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
    return ask(method, path, body, Map.of());
  }

  /**
   * As {@link #ask(String, String, String)}, with further headers.
   *
   * @param headers such as {@code If-Match}
   */
  public JsonNode ask(String method, String path, String body, Map<String, String> headers)
      throws InterruptedException {
    HttpRequest.Builder request = request(method, path, body).timeout(ANSWER_LIMIT);
    headers.forEach(request::header);
    try {
      HttpResponse<byte[]> answer =
          http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      if (answer.statusCode() / 100 == 2) {
        return RecordJson.wire().readTree(answer.body());
      }
      throw trouble.refused(answer, answer.body());
    } catch (JsonProcessingException e) {
      throw trouble.foreign(HTTP_OK);
    } catch (IOException e) {
      throw trouble.silent(e);
    }
  }

  /** What a node answered, to be read and closed by whoever asked. */
  public record Answer(String type, InputStream content) implements AutoCloseable {
    @Override
    public void close() throws IOException {
      content.close();
    }
  }

  /**
   * Sends any request; its answer is read as it comes, however long that takes.
   *
   * @param body what is sent
   * @param headers in place of what is sent by itself, such as {@code Content-Type}
   */
  public Answer open(
      String method, String path, HttpRequest.BodyPublisher body, Map<String, String> headers)
      throws InterruptedException {
    HttpRequest.Builder request = request(method, path, "").method(method, body);
    headers.forEach(request::setHeader);
    try {
      HttpResponse<InputStream> answer =
          http.send(
              request.timeout(ANSWER_LIMIT).build(), HttpResponse.BodyHandlers.ofInputStream());
      if (answer.statusCode() / 100 != 2) {
        try (InputStream content = answer.body()) {
          throw trouble.refused(answer, content.readAllBytes());
        }
      }
      return new Answer(answer.headers().firstValue("Content-Type").orElse(""), answer.body());
    } catch (IOException e) {
      throw trouble.silent(e);
    }
  }

  private HttpRequest.Builder request(String method, String path, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(node.resolve(path))
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    apiKey.ifPresent(key -> request.header("X-API-Key", key));
    return request;
  }

  /**
   * Fetches a file, which appears under its name only when it is whole; what is there already is
   * replaced.
   *
   * @param path of the file on the node
   */
  public void fetch(String path, Path target) throws InterruptedException {
    fetch("GET", path, "", target);
  }

  /** The same where the file is made for a wish. */
  public void fetch(String method, String path, String body, Path target)
      throws InterruptedException {
    Path whole = target.toAbsolutePath();
    Path part = whole.resolveSibling("." + whole.getFileName() + ".part");
    HttpRequest request = request(method, path, body).build();
    try {
      HttpResponse<InputStream> answer =
          http.send(request, HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream content = answer.body()) {
        if (answer.statusCode() != HTTP_OK) {
          throw trouble.refused(answer, content.readAllBytes());
        }
        keep(content, part, whole);
      }
    } catch (IOException e) {
      throw trouble.silent(e);
    }
  }

  private static void keep(InputStream body, Path part, Path whole) throws IOException {
    OutputStream out;
    try {
      out = Files.newOutputStream(part);
    } catch (IOException e) {
      throw new ServiceFailure(
          FailureCode.RESOURCE,
          "Cannot write " + whole + " (" + e.getMessage() + "): choose another place with --out");
    }
    try (out) {
      body.transferTo(out);
    } catch (IOException e) {
      Files.deleteIfExists(part);
      throw new ServiceFailure(
          FailureCode.UNAVAILABLE, "The file broke off (" + e.getMessage() + "): try again");
    }
    Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }
}
