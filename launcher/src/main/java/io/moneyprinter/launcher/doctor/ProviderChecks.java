package io.moneyprinter.launcher.doctor;

import io.moneyprinter.content.ContentConfig;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Whether the outside services that are configured can be reached. */
public final class ProviderChecks {
  private static final Duration LIMIT = Duration.ofSeconds(5);
  private static final int SERVER_ERROR = 500;

  private final ContentConfig content;

  public ProviderChecks(ContentConfig content) {
    this.content = content;
  }

  public List<Check> run() {
    Map<String, String> models = content.llm().addresses();
    if (models.isEmpty()) {
      return List.of(
          Check.note(
              "Language model",
              "none is configured, so a topic alone cannot be made into a video",
              "Set content.llm.preset, base-url or api-key, for example to a local Ollama"));
    }
    List<Check> checks = new ArrayList<>();
    models.forEach((model, address) -> checks.add(reach(model, address)));
    return checks;
  }

  private static Check reach(String model, String base) {
    HttpClient client = HttpClient.newBuilder().connectTimeout(LIMIT).build();
    try {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(base.replaceAll("/$", "") + "/models"))
              .timeout(LIMIT)
              .build();
      int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      return status < SERVER_ERROR
          ? Check.good("Language model", model + " at " + base + " answers")
          : Check.bad(
              "Language model",
              model + " at " + base + " answers " + status,
              "Look at that server's log");
    } catch (IOException | IllegalArgumentException e) {
      return Check.bad(
          "Language model",
          model + " at " + base + " cannot be reached (" + e.getMessage() + ")",
          "Start it, or mend its base-url below content.llm");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Check.bad("Language model", "the check was interrupted", "Run doctor again");
    }
  }
}
