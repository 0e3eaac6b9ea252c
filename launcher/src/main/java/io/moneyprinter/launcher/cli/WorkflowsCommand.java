package io.moneyprinter.launcher.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.launcher.client.Address;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code moneyprinter workflows}. */
@Command(
    name = "workflows",
    mixinStandardHelpOptions = true,
    description = "Shows the workflows of a running node, and looks over your own.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Examples:",
      "  moneyprinter workflows show video-generation",
      "  moneyprinter workflows show video-generation --source > mine.yaml",
      "  moneyprinter workflows check mine.yaml"
    })
public final class WorkflowsCommand implements Runnable {
  private static final String PATH = "/v1/workflows";

  /** Bad input, as in sysexits.h. */
  private static final int FAULTY = 65;

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  @Command(mixinStandardHelpOptions = true, description = "Lists what a video can follow.")
  int list(@Mixin NodeOptions node) throws InterruptedException {
    for (JsonNode each : node.client().ask("GET", PATH, "").path("workflows")) {
      out()
          .printf(
              "%-28s %4d  %2d steps  %s%n",
              each.path("name").asText(),
              each.path("version").asInt(),
              each.path("steps").size(),
              each.path("description").asText(""));
    }
    out().flush();
    return 0;
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Shows the steps of a workflow, each after those it depends on.")
  int show(
      @Parameters(paramLabel = "NAME") String name,
      @Option(names = "--source", description = "Its text instead, as a file") boolean source,
      @Mixin NodeOptions node)
      throws InterruptedException {
    String one = PATH + "/" + Address.part(name);
    JsonNode workflow = node.client().ask("GET", one, "");
    if (source) {
      out().print(workflow.path("source").asText());
    } else {
      steps(workflow);
    }
    out().flush();
    return 0;
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Says everything that would keep a workflow from being run.")
  int check(
      @Parameters(paramLabel = "FILE", description = "YAML") Path file, @Mixin NodeOptions node)
      throws InterruptedException {
    ObjectNode body = RecordJson.wire().createObjectNode().put("source", text(file));
    JsonNode answer = node.client().ask("POST", PATH + "/validate", body.toString());
    for (JsonNode fault : answer.path("violations")) {
      String line = fault.hasNonNull("line") ? ":" + fault.get("line").asInt() : "";
      out().printf("%s%s: %s%n", file, line, fault.path("message").asText());
    }
    boolean valid = answer.path("valid").asBoolean();
    if (valid) {
      steps(answer.path("workflow"));
    }
    out().flush();
    return valid ? 0 : FAULTY;
  }

  private void steps(JsonNode workflow) {
    out().printf("%s/%d%n", workflow.path("name").asText(), workflow.path("version").asInt());
    for (JsonNode step : workflow.path("steps")) {
      String does =
          step.hasNonNull("service")
              ? step.path("service").asText() + "." + step.path("endpoint").asText()
              : "a person decides";
      List<String> before = new ArrayList<>();
      step.path("dependsOn").forEach(other -> before.add(other.asText()));
      out()
          .printf(
              "  %-16s %-28s %6.0f s  %s%n",
              step.path("name").asText(),
              does,
              step.path("timeoutSeconds").asDouble(),
              before.isEmpty() ? "" : "after " + String.join(", ", before));
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new ServiceFailure(FailureCode.NOT_FOUND, file + " cannot be read");
    }
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
