package io.moneyprinter.launcher.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code moneyprinter storage hold}. */
@Command(
    name = "hold",
    mixinStandardHelpOptions = true,
    description = {
      "Legal holds: nothing removes a file that is held, whatever else says so. Who set and lifted",
      "which hold, and why, stays on record."
    },
    synopsisSubcommandLabel = "COMMAND")
public final class StorageHoldCommand implements Runnable {
  private static final String PATH = "/v1/storage/holds";

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  @Command(mixinStandardHelpOptions = true, description = "Holds the files of a video, or by key.")
  int set(
      @Parameters(paramLabel = "VIDEO|KEY", arity = "1..*") List<String> what,
      @Option(names = "--reason", required = true, description = "Why, for the record")
          String reason,
      @Mixin NodeOptions node)
      throws InterruptedException {
    return told(node.client().ask("POST", PATH, StorageTarget.body(spec, what, reason)));
  }

  @Command(mixinStandardHelpOptions = true, description = "Lifts holds.")
  int lift(
      @Parameters(paramLabel = "VIDEO|KEY", arity = "1..*") List<String> what,
      @Option(names = "--reason", required = true, description = "Why, for the record")
          String reason,
      @Mixin NodeOptions node)
      throws InterruptedException {
    JsonNode lifted =
        node.client().ask("POST", PATH + "/lift", StorageTarget.body(spec, what, reason));
    PrintWriter out = spec.commandLine().getOut();
    out.println(lifted.path("holds").size() + " holds lifted");
    out.flush();
    return 0;
  }

  @Command(mixinStandardHelpOptions = true, description = "Lists what is held.")
  int list(@Mixin NodeOptions node) throws InterruptedException {
    return told(node.client().ask("GET", PATH, ""));
  }

  private int told(JsonNode found) {
    PrintWriter out = spec.commandLine().getOut();
    for (JsonNode hold : found.path("holds")) {
      out.printf(
          "%s  %s  %s  %s%n",
          hold.path("key").asText(),
          hold.path("setAt").asText(),
          hold.path("setBy").asText(),
          hold.path("reason").asText());
    }
    if (found.path("holds").isEmpty()) {
      out.println("Nothing is held.");
    }
    out.flush();
    return 0;
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Tells who set and lifted which hold, the newest first.")
  int events(@Mixin NodeOptions node) throws InterruptedException {
    JsonNode found = node.client().ask("GET", PATH + "/events?limit=1000", "");
    PrintWriter out = spec.commandLine().getOut();
    for (JsonNode event : found.path("events")) {
      out.printf(
          "%s  %-6s  %s  %s  %s%n",
          event.path("at").asText(),
          event.path("action").asText(),
          event.path("key").asText(),
          event.path("actor").asText(),
          event.path("reason").asText());
    }
    out.flush();
    return 0;
  }
}
