package io.moneyprinter.launcher.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Sends files to a node by the tus protocol 1.0.0 (tus.io): where the connection breaks, it goes on
 * with what the node has.
 */
public final class UploadClient {
  private static final String PATH = "/v1/materials/uploads";
  private static final Duration HEADERS_LIMIT = Duration.ofSeconds(60);
  private static final Duration BYTES_LIMIT = Duration.ofHours(6);
  private static final int TRIES = 6;
  private static final long PAUSE_MILLIS = 2_000;
  private static final long LOOK_MILLIS = 500;

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI node;
  private final Optional<String> apiKey;
  private final NodeTrouble trouble;

  public UploadClient(URI node, Optional<String> apiKey) {
    this.node = node;
    this.apiKey = apiKey;
    this.trouble = new NodeTrouble(node);
  }

  /** Begins an upload; answers its path on the node. */
  public String open(Path file, Map<String, String> said) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        request(PATH)
            .timeout(HEADERS_LIMIT)
            .header("Upload-Length", Long.toString(Files.size(file)))
            .header("Upload-Metadata", metadata(said))
            .POST(HttpRequest.BodyPublishers.noBody());
    try {
      return accepted(http.send(request.build(), HttpResponse.BodyHandlers.ofString()))
          .headers()
          .firstValue("Location")
          .orElseThrow();
    } catch (java.net.ConnectException e) {
      throw trouble.silent(e);
    }
  }

  /**
   * Sends what the node has not got yet of a file, and waits until it is decided what becomes of
   * it.
   *
   * @param upload its path on the node
   * @return the upload as the node shows it
   */
  public JsonNode send(Path file, String upload) throws InterruptedException {
    for (int tries = 1; ; tries++) {
      try {
        long offset = offset(upload);
        if (offset < Files.size(file)) {
          patch(file, upload, offset);
        }
        return decided(upload);
      } catch (IOException e) {
        if (tries == TRIES) {
          throw new ServiceFailure(
              FailureCode.UNAVAILABLE,
              "The connection broke off again and again ("
                  + e.getMessage()
                  + "): go on later with --upload "
                  + upload.substring(upload.lastIndexOf('/') + 1));
        }
        Thread.sleep(PAUSE_MILLIS * tries);
      }
    }
  }

  private long offset(String upload) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        request(upload).timeout(HEADERS_LIMIT).method("HEAD", HttpRequest.BodyPublishers.noBody());
    HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      // A HEAD has no body: ask in words.
      accepted(
          http.send(
              request(upload).timeout(HEADERS_LIMIT).build(),
              HttpResponse.BodyHandlers.ofString()));
    }
    return answer
        .headers()
        .firstValueAsLong("Upload-Offset")
        .orElseThrow(
            () -> new ServiceFailure(FailureCode.INVALID, "The node refused this upload before"));
  }

  private void patch(Path file, String upload, long offset)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        request(upload)
            .timeout(BYTES_LIMIT)
            .header("Content-Type", "application/offset+octet-stream")
            .header("Upload-Offset", Long.toString(offset))
            .method(
                "PATCH",
                HttpRequest.BodyPublishers.fromPublisher(
                    HttpRequest.BodyPublishers.ofInputStream(() -> from(file, offset)),
                    Files.size(file) - offset));
    accepted(http.send(request.build(), HttpResponse.BodyHandlers.ofString()));
  }

  private static InputStream from(Path file, long offset) {
    try {
      InputStream in = Files.newInputStream(file);
      in.skipNBytes(offset);
      return in;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private JsonNode decided(String upload) throws InterruptedException {
    NodeClient client = new NodeClient(node, apiKey);
    JsonNode now = client.ask("GET", upload, "");
    while (now.path("state").asText().equals("FINISHING")) {
      Thread.sleep(LOOK_MILLIS);
      now = client.ask("GET", upload, "");
    }
    return now;
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(node.resolve(path)).header("Tus-Resumable", "1.0.0");
    apiKey.ifPresent(key -> request.header("X-API-Key", key));
    return request;
  }

  private static String metadata(Map<String, String> said) {
    return said.entrySet().stream()
        .map(
            pair ->
                pair.getKey()
                    + " "
                    + Base64.getEncoder()
                        .encodeToString(pair.getValue().getBytes(StandardCharsets.UTF_8)))
        .collect(Collectors.joining(","));
  }

  private HttpResponse<String> accepted(HttpResponse<String> answer) {
    if (answer.statusCode() / 100 != 2) {
      throw trouble.refused(answer, answer.body().getBytes(StandardCharsets.UTF_8));
    }
    return answer;
  }
}
