package io.moneyprinter.launcher.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.launcher.node.Services;
import io.moneyprinter.monitoring.MonitoringConfig;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code moneyprinter drain}. */
@Command(
    name = "drain",
    mixinStandardHelpOptions = true,
    description = {
      "Takes a running node out of the cluster: it takes no more work, lets running tasks finish",
      "for workers.drain, and hands the rest to other nodes. Then it may be stopped."
    })
public final class DrainCommand implements Callable<Integer> {
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(10);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(250);

  @Mixin private InstallationOptions options = new InstallationOptions();

  @Option(
      names = "--url",
      paramLabel = "URL",
      description = "The node's management port (default: monitoring.host and .port)")
  private URI url;

  @Option(names = "--no-wait", description = "Begin, and do not wait until it is done")
  private boolean leave;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    URI drain = (url == null ? configured() : url).resolve("/drain");
    HttpClient http = HttpClient.newHttpClient();
    HttpRequest.Builder request = HttpRequest.newBuilder(drain).timeout(ANSWER_LIMIT);
    JsonNode answer =
        ask(
            http,
            request
                .copy()
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.noBody())
                .build());
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        "The node takes no more work; running tasks have "
            + answer.path("patienceSeconds").asLong()
            + " s to finish");
    out.flush();
    while (!leave && !answer.path("status").asText().equals("drained")) {
      Thread.sleep(LOOK_AGAIN.toMillis());
      answer = ask(http, request.copy().build());
    }
    if (!leave) {
      out.println("Drained: it may be stopped");
      out.flush();
    }
    return 0;
  }

  private URI configured() {
    MonitoringConfig monitoring = options.group(MonitoringConfig.class, "monitoring");
    String host = monitoring.host().equals("0.0.0.0") ? "127.0.0.1" : monitoring.host();
    return URI.create("http://" + host + ":" + monitoring.portWith(Services.all()));
  }

  private static JsonNode ask(HttpClient http, HttpRequest request) throws InterruptedException {
    try {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      JsonNode body = RecordJson.wire().readTree(answer.body());
      if (answer.statusCode() == 200) {
        return body;
      }
      throw ServiceFailure.unavailable(body.path("detail").asText("It answers " + answer));
    } catch (IOException e) {
      throw new ServiceFailure(
          FailureCode.UNAVAILABLE,
          "No node answers at " + request.uri() + ": name the node's management port by --url");
    }
  }
}
