package io.moneyprinter.launcher.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.codecs.queue.DropDeadLetters;
import io.moneyprinter.codecs.queue.ListDeadLetters;
import io.moneyprinter.codecs.queue.ReplayDeadLetters;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code moneyprinter dead-letters}. */
@Command(
    name = "dead-letters",
    mixinStandardHelpOptions = true,
    description = {
      "Shows the tickets of tasks that a running node's queue gave up, because they were handled in",
      "vain again and again; puts them back, or throws them away. A ticket only names a step of a",
      "job: what is dropped loses no work, the step gets a new ticket when it is still wanted."
    },
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Examples:",
      "  moneyprinter dead-letters list",
      "  moneyprinter dead-letters replay 0b6c9f3e-5d0e-4a53-9f6f-0d3a8f3c2b11"
    })
public final class DeadLettersCommand implements Runnable {
  private static final String PATH = "/v1/admin/dead-letters";

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  @Command(mixinStandardHelpOptions = true, description = "Lists dead letters, oldest first.")
  int list(@Mixin NodeOptions node) throws InterruptedException {
    JsonNode found = node.client().ask("GET", PATH + "?limit=" + ListDeadLetters.MOST, "");
    PrintWriter out = spec.commandLine().getOut();
    for (JsonNode letter : found.path("deadLetters")) {
      out.printf(
          "%s  %s  %-18s  step %s%n    %s%n",
          letter.path("id").asText(),
          letter.path("at").asText(),
          letter.path("queue").asText(),
          letter.path("ticket").asText(),
          letter.path("reason").asText());
    }
    if (found.path("deadLetters").isEmpty()) {
      out.println("There are none.");
    }
    out.flush();
    return 0;
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Puts them back into their queues, with no bad delivery held against them.")
  int replay(
      @Parameters(paramLabel = "ID", arity = "1..*") List<String> ids, @Mixin NodeOptions node)
      throws InterruptedException, JsonProcessingException {
    return tell(node, "/replay", new ReplayDeadLetters(ids), "put back");
  }

  @Command(mixinStandardHelpOptions = true, description = "Throws them away.")
  int drop(@Parameters(paramLabel = "ID", arity = "1..*") List<String> ids, @Mixin NodeOptions node)
      throws InterruptedException, JsonProcessingException {
    return tell(node, "/drop", new DropDeadLetters(ids), "thrown away");
  }

  private int tell(NodeOptions node, String path, Record wish, String done)
      throws InterruptedException, JsonProcessingException {
    JsonNode answer =
        node.client().ask("POST", PATH + path, RecordJson.wire().writeValueAsString(wish));
    PrintWriter out = spec.commandLine().getOut();
    out.println(answer.path("count").asLong() + " " + done);
    out.flush();
    return 0;
  }
}
