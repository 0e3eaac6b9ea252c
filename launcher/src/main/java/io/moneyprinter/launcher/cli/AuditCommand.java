package io.moneyprinter.launcher.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.launcher.client.Address;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.StringJoiner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code moneyprinter audit}. */
@Command(
    name = "audit",
    mixinStandardHelpOptions = true,
    description = {
      "Shows the audit log of a running node: who did what to settings, keys, users and data; and",
      "checks that nothing of it was changed, removed, inserted, put in another order or cut off."
    },
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Examples:",
      "  moneyprinter audit list --action 'key.*' --from 2026-01-01",
      "  moneyprinter audit verify"
    })
public final class AuditCommand implements Runnable {
  private static final String PATH = "/v1/admin/audit";

  @Spec private CommandSpec spec;

  /** Which records are shown. */
  static final class Filter {
    @Option(names = "--action", paramLabel = "NAME", description = "Such as key.revoke, or key.*")
    private String action;

    @Option(names = "--outcome", description = "success, refused or failed")
    private String outcome;

    @Option(names = "--tenant", description = "Whom it concerns")
    private String tenant;

    @Option(names = "--actor", description = "Who did it")
    private String actor;

    @Option(names = "--target", description = "What it was done to")
    private String target;

    @Option(names = "--address", description = "Where it came from")
    private String address;

    @Option(names = "--from", paramLabel = "TIME", description = "Such as 2026-01-31, UTC")
    private String from;

    @Option(names = "--until", paramLabel = "TIME", description = "Only before this time")
    private String until;

    @Option(
        names = "--limit",
        defaultValue = "50",
        description = "Most records, 1 to 500 (default: ${DEFAULT-VALUE})")
    private int limit;

    private String query() {
      StringJoiner query = new StringJoiner("&", "?", "");
      query.add("limit=" + limit);
      add(query, "action", action);
      add(query, "outcome", outcome);
      add(query, "tenant", tenant);
      add(query, "actor", actor);
      add(query, "target", target);
      add(query, "address", address);
      add(query, "from", from);
      add(query, "until", until);
      return query.toString();
    }

    private static void add(StringJoiner query, String name, String value) {
      Optional.ofNullable(value).map(text -> name + "=" + Address.part(text)).ifPresent(query::add);
    }
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  @Command(mixinStandardHelpOptions = true, description = "Lists records, newest first.")
  int list(@Mixin Filter filter, @Mixin NodeOptions node) throws InterruptedException {
    JsonNode page = node.client().ask("GET", PATH + filter.query(), "");
    PrintWriter out = spec.commandLine().getOut();
    for (JsonNode entry : page.path("entries")) {
      out.printf(
          "%6d  %s  %-8s %-22s %s@%s  %s%s  %s%n",
          entry.path("sequence").asLong(),
          entry.path("at").asText(),
          entry.path("outcome").asText(),
          entry.path("action").asText(),
          entry.path("actor").asText(),
          entry.path("tenant").asText(),
          entry.path("target").asText("-"),
          entry.has("address") ? " from " + entry.path("address").asText() : "",
          entry.path("details").isEmpty() ? "" : entry.path("details"));
    }
    if (page.path("entries").isEmpty()) {
      out.println("There are none.");
    }
    if (page.has("next")) {
      out.println("There are older ones.");
    }
    out.flush();
    return 0;
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = {
        "Reads the whole log and names the first record that is not as it was written.",
        "Exit code 65 when there is one."
      })
  int verify(@Mixin NodeOptions node) throws InterruptedException {
    JsonNode verdict = node.client().ask("POST", PATH + "/verify", "{}");
    PrintWriter out = spec.commandLine().getOut();
    boolean intact = verdict.path("intact").asBoolean();
    out.println((intact ? "✓ " : "✗ ") + verdict.path("finding").asText());
    out.println("  " + (intact ? "head " : "good up to ") + verdict.path("head").asText());
    out.flush();
    return intact ? 0 : FailureCode.INVALID.exitCode();
  }
}
