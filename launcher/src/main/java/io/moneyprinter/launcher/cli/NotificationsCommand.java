package io.moneyprinter.launcher.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code moneyprinter notifications}. */
@Command(
    name = "notifications",
    mixinStandardHelpOptions = true,
    description = "Shows what a running node tells you.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Examples:",
      "  moneyprinter notifications list --unread",
      "  moneyprinter notifications read"
    })
public final class NotificationsCommand implements Runnable {
  private static final String PATH = "/v1/notifications";

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  @Command(mixinStandardHelpOptions = true, description = "Lists notices, newest first.")
  int list(
      @Option(names = "--unread", description = "Only those that are unread") boolean unread,
      @Option(names = "--language", defaultValue = "en", description = "en, zh, es or de")
          String language,
      @Option(names = "--limit", defaultValue = "20", description = "How many, up to 100")
          int limit,
      @Mixin NodeOptions node)
      throws InterruptedException {
    JsonNode page =
        node.client()
            .ask(
                "GET",
                "%s?limit=%d&unread=%s&language=%s".formatted(PATH, limit, unread, language),
                "");
    PrintWriter out = spec.commandLine().getOut();
    for (JsonNode notice : page.path("notifications")) {
      out.printf(
          "%s %s  %s%n    %s%n    %s%n",
          notice.hasNonNull("readAt") ? " " : "*",
          notice.path("at").asText().substring(0, 19).replace('T', ' '),
          notice.path("title").asText(),
          notice.path("text").asText(),
          notice.path("id").asText());
    }
    out.println(page.path("unread").asInt() + " unread");
    out.flush();
    return 0;
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Marks notices as read: those named, or all.")
  int read(
      @Parameters(paramLabel = "ID", arity = "0..100") List<String> ids, @Mixin NodeOptions node)
      throws InterruptedException {
    String body =
        ids == null || ids.isEmpty()
            ? "{}"
            : ids.stream().map(CliJson::text).collect(Collectors.joining(",", "{\"ids\":[", "]}"));
    JsonNode done = node.client().ask("POST", PATH + "/read", body);
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        "%d marked as read, %d unread%n",
        done.path("changed").asInt(), done.path("unread").asInt());
    out.flush();
    return 0;
  }
}
