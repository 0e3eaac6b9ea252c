package io.moneyprinter.launcher.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.launcher.client.Address;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code moneyprinter webhooks}. */
@Command(
    name = "webhooks",
    mixinStandardHelpOptions = true,
    description = "Has a running node tell other systems by HTTP what happens.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Examples:",
      "  moneyprinter webhooks add https://example.org/hook --kind VIDEO_COMPLETED",
      "  moneyprinter webhooks deliveries ID --state failed",
      "  moneyprinter webhooks replay ID"
    })
public final class WebhooksCommand implements Runnable {
  private static final String PATH = "/v1/webhooks";

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  @Command(mixinStandardHelpOptions = true, description = "Lists webhooks, oldest first.")
  int list(@Mixin NodeOptions node) throws InterruptedException {
    JsonNode found = node.client().ask("GET", PATH, "");
    found.path("webhooks").forEach(this::line);
    if (found.path("webhooks").isEmpty()) {
      out().println("There are none.");
    }
    out().flush();
    return 0;
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Adds a webhook; its secret is shown this once.")
  int add(
      @Parameters(paramLabel = "URL") String url,
      @Option(
              names = "--kind",
              split = ",",
              paramLabel = "KIND",
              description = "What it is told of (default: all): ${COMPLETION-CANDIDATES}",
              completionCandidates = HookKinds.class)
          List<String> kinds,
      @Option(names = "--description", description = "What it is for") String description,
      @Mixin NodeOptions node)
      throws InterruptedException {
    String body =
        "{\"url\":%s,\"description\":%s,\"kinds\":[%s]}"
            .formatted(
                CliJson.text(url),
                description == null ? "null" : CliJson.text(description),
                kinds == null
                    ? ""
                    : kinds.stream()
                        .map(kind -> CliJson.text(kind.toUpperCase(Locale.ROOT).replace('.', '_')))
                        .collect(Collectors.joining(",")));
    return secret(node.client().ask("POST", PATH, body));
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Gives a webhook a new secret; the old one signs as well for a while.")
  int rotate(
      @Parameters(paramLabel = "ID") String id,
      @Option(names = "--overlap", defaultValue = "24", description = "Hours, 0 to 168") int hours,
      @Mixin NodeOptions node)
      throws InterruptedException {
    return secret(
        node.client().ask("POST", one(id) + "/rotate", "{\"overlapHours\":%d}".formatted(hours)));
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Sends a test message; the exit code is 69 when it does not arrive.")
  int test(@Parameters(paramLabel = "ID") String id, @Mixin NodeOptions node)
      throws InterruptedException {
    JsonNode sent = node.client().ask("POST", one(id) + "/test", "");
    delivery(sent);
    out().flush();
    return sent.path("state").asText().equals("DELIVERED") ? 0 : FailureCode.UNAVAILABLE.exitCode();
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Shows messages and what was answered, newest first.")
  int deliveries(
      @Parameters(paramLabel = "ID") String id,
      @Option(names = "--state", description = "waiting, delivered or failed") String state,
      @Option(names = "--limit", defaultValue = "20", description = "How many, up to 100")
          int limit,
      @Mixin NodeOptions node)
      throws InterruptedException {
    String query =
        "/deliveries?limit=" + limit + (state == null ? "" : "&state=" + Address.part(state));
    node.client().ask("GET", one(id) + query, "").path("deliveries").forEach(this::delivery);
    out().flush();
    return 0;
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Sends a message once more, or all that failed.")
  int replay(
      @Parameters(paramLabel = "ID") String id,
      @Parameters(paramLabel = "MESSAGE", arity = "0..1") String message,
      @Mixin NodeOptions node)
      throws InterruptedException {
    String body = message == null ? "{}" : "{\"delivery\":%s}".formatted(CliJson.text(message));
    JsonNode done = node.client().ask("POST", one(id) + "/replay", body);
    out().println(done.path("count").asInt() + " to be sent once more");
    out().flush();
    return 0;
  }

  @Command(mixinStandardHelpOptions = true, description = "Switches a webhook on again.")
  int enable(@Parameters(paramLabel = "ID") String id, @Mixin NodeOptions node)
      throws InterruptedException {
    line(node.client().ask("PUT", one(id), "{\"enabled\":true}"));
    out().flush();
    return 0;
  }

  @Command(mixinStandardHelpOptions = true, description = "Takes a webhook away, with its log.")
  int delete(@Parameters(paramLabel = "ID") String id, @Mixin NodeOptions node)
      throws InterruptedException {
    line(node.client().ask("DELETE", one(id), ""));
    out().flush();
    return 0;
  }

  private int secret(JsonNode made) {
    line(made.path("webhook"));
    out().println("  secret: " + made.path("secret").asText());
    out().flush();
    return 0;
  }

  private void line(JsonNode webhook) {
    out()
        .printf(
            "%s  %-3s  %s%s%n",
            webhook.path("id").asText(),
            webhook.path("enabled").asBoolean() ? "on" : "off",
            webhook.path("url").asText(),
            webhook.hasNonNull("disabledReason")
                ? "  (" + webhook.path("disabledReason").asText() + ")"
                : "");
  }

  private void delivery(JsonNode message) {
    out()
        .printf(
            "%s  %-9s  %s  %s%n",
            message.path("id").asText(),
            message.path("state").asText().toLowerCase(Locale.ROOT),
            message.path("createdAt").asText(),
            message.path("type").asText());
    message
        .path("attempts")
        .forEach(
            attempt ->
                out()
                    .printf(
                        "    %s  %s  %d ms%n",
                        attempt.path("at").asText(),
                        attempt.hasNonNull("error")
                            ? attempt.path("error").asText()
                            : attempt.path("status").asText(),
                        attempt.path("millis").asInt()));
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private static String one(String id) {
    return PATH + "/" + Address.part(id);
  }
}
