package io.moneyprinter.launcher.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.codecs.threat.LiftThreat;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code moneyprinter threats}. */
@Command(
    name = "threats",
    mixinStandardHelpOptions = true,
    description = {
      "Shows whom a running installation slows down or locks out, because too much that came from",
      "them looked like an attack; and lets them in again."
    },
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Examples:",
      "  moneyprinter threats list",
      "  moneyprinter threats lift address:192.0.2.7"
    })
public final class ThreatsCommand implements Runnable {
  private static final String PATH = "/v1/admin/threats";

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  @Command(mixinStandardHelpOptions = true, description = "Lists them, the latest first.")
  int list(@Mixin NodeOptions node) throws InterruptedException {
    JsonNode found = node.client().ask("GET", PATH, "");
    PrintWriter out = spec.commandLine().getOut();
    for (JsonNode threat : found.path("threats")) {
      out.printf(
          "%-6s %s  until %s%n       %s: %s%n",
          threat.path("act").asText().toLowerCase(Locale.ROOT),
          threat.path("subject").asText(),
          threat.path("until").asText(),
          threat.path("pattern").asText(),
          threat.path("reason").asText());
    }
    if (found.path("threats").isEmpty()) {
      out.println("There are none.");
    }
    out.flush();
    return 0;
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Lets them in again, and forgets what was counted against them.")
  int lift(
      @Parameters(
              paramLabel = "SUBJECT",
              arity = "1..*",
              description = "As the list has it, such as address:192.0.2.7")
          List<String> subjects,
      @Mixin NodeOptions node)
      throws InterruptedException, JsonProcessingException {
    for (String subject : subjects) {
      String wish = RecordJson.wire().writeValueAsString(new LiftThreat(subject));
      node.client().ask("POST", PATH + "/lift", wish);
    }
    PrintWriter out = spec.commandLine().getOut();
    out.println(subjects.size() + " let in again");
    out.flush();
    return 0;
  }
}
