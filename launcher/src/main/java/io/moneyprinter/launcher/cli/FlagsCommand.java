package io.moneyprinter.launcher.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.config.Flag;
import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.launcher.client.Address;
import io.moneyprinter.launcher.client.NodeClient;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code moneyprinter flags}. */
@Command(
    name = "flags",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Shows what may be switched while the nodes of an installation run, with what each switch",
      "does, or switches one. All nodes follow within a second."
    },
    footer = {
      "",
      "Examples:",
      "  moneyprinter flags",
      "  moneyprinter flags new-videos off                    before maintenance",
      "  moneyprinter flags stock-footage off --except acme   for all tenants but one"
    })
public final class FlagsCommand implements Callable<Integer> {
  private enum Position {
    ON,
    OFF
  }

  @Parameters(index = "0", arity = "0..1", paramLabel = "FLAG", description = "Which one")
  private String flag;

  @Parameters(index = "1", arity = "0..1", paramLabel = "on|off", description = "What it shall be")
  private Position position;

  @Option(
      names = "--except",
      split = ",",
      paramLabel = "TENANT",
      description = "Tenants for which the opposite holds")
  private List<String> except = new ArrayList<>();

  @Mixin private NodeOptions node;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    if (position == null && !except.isEmpty()) {
      throw ServiceFailure.invalid("/except", "--except goes with FLAG and on or off");
    }
    NodeClient client = node.client();
    if (position != null) {
      client.ask("PUT", "/v1/configs/" + Address.part(Flag.PREFIX + flag), state().toString());
    }
    PrintWriter out = spec.commandLine().getOut();
    List<String> known = new ArrayList<>();
    for (JsonNode one : client.ask("GET", "/v1/admin/flags", "").path("flags")) {
      known.add(one.path("name").asText());
      if (flag == null || flag.equals(one.path("name").asText())) {
        show(one, out);
      }
    }
    out.flush();
    if (flag != null && !known.contains(flag)) {
      throw new ServiceFailure(
          FailureCode.NOT_FOUND,
          "There is no flag '%s'; known are %s".formatted(flag, String.join(", ", known)));
    }
    return 0;
  }

  private ObjectNode stateOfSome() {
    ObjectNode state = RecordJson.wire().createObjectNode().put("on", position == Position.ON);
    ArrayNode tenants = state.putArray("except");
    except.forEach(tenants::add);
    return state;
  }

  private Object state() {
    return except.isEmpty() ? position == Position.ON : stateOfSome();
  }

  private static void show(JsonNode flag, PrintWriter out) {
    List<String> except = new ArrayList<>();
    flag.path("except").forEach(tenant -> except.add(tenant.asText()));
    out.printf(
        "%-14s %-4s %s%s%n",
        flag.path("name").asText(),
        flag.path("on").asBoolean() ? "on" : "off",
        except.isEmpty() ? "" : "except " + String.join(", ", except) + "  ",
        flag.hasNonNull("changedBy")
            ? "(" + flag.path("changedAt").asText() + ", " + flag.path("changedBy").asText() + ")"
            : "");
    out.println("    " + flag.path("doc").asText());
  }
}
