package io.moneyprinter.launcher.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code moneyprinter storage}. */
@Command(
    name = "storage",
    mixinStandardHelpOptions = true,
    description = "Tells what is stored on a running node, and sees to it.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = StorageHoldCommand.class,
    footer = {
      "",
      "Examples:",
      "  moneyprinter storage usage --all",
      "  moneyprinter storage cleanup --dry-run",
      "  moneyprinter storage hold set 0b6c9f3e-5d0e-4a53-9f6f-0d3a8f3c2b11 --reason 'Case 12/2026'"
    })
public final class StorageCommand implements Runnable {
  private static final String[] UNITS = {"B", "KB", "MB", "GB", "TB", "PB"};

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Tells how many files and bytes of each class are stored, and how many may be.")
  int usage(
      @Option(names = "--all", description = "Of every tenant, not only one's own") boolean all,
      @Mixin NodeOptions node)
      throws InterruptedException {
    String path = all ? "/v1/admin/storage/usage" : "/v1/storage/usage";
    JsonNode found = node.client().ask("GET", path, "");
    PrintWriter out = spec.commandLine().getOut();
    Iterable<JsonNode> tenants = all ? found.path("tenants") : List.of(found);
    for (JsonNode tenant : tenants) {
      print(out, tenant);
    }
    out.flush();
    return 0;
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = {
        "Gives up stored files: those of a video, or one by its key. They are removed by the next",
        "cleanup, unless another video or material names them."
      })
  int delete(
      @Parameters(paramLabel = "VIDEO|KEY", description = "Id of a video, or key of a file")
          String what,
      @Mixin NodeOptions node)
      throws InterruptedException {
    String path =
        StorageTarget.isKey(what) ? "/v1/storage/files/" + what : "/v1/videos/" + what + "/files";
    JsonNode gone = node.client().ask("DELETE", path, "");
    PrintWriter out = spec.commandLine().getOut();
    out.println(gone.path("keys").size() + " files given up");
    out.flush();
    return 0;
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = {
        "Removes what is due now, instead of when it is time to: what nobody has any more, and",
        "segments that do not fit into their room."
      })
  int cleanup(
      @Option(names = "--dry-run", description = "Only tells what would go") boolean dryRun,
      @Mixin NodeOptions node)
      throws InterruptedException {
    JsonNode report = node.client().ask("POST", "/v1/admin/storage/cleanup?dryRun=" + dryRun, "{}");
    PrintWriter out = spec.commandLine().getOut();
    for (JsonNode each : report.path("removed")) {
      out.printf(
          "%s %d files, %s (%s)%n",
          dryRun ? "Would remove" : "Removed",
          each.path("files").asLong(),
          size(each.path("bytes").asLong()),
          each.path("reason").asText());
    }
    if (report.path("removed").isEmpty()) {
      out.println("Nothing is due.");
    }
    if (report.path("named").asLong() > 0) {
      out.println(
          report.path("named").asLong() + " more are due, but jobs or libraries name them.");
    }
    if (dryRun) {
      report.path("examples").forEach(key -> out.println("  " + key.asText()));
    }
    out.flush();
    return 0;
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = {
        "Looks for files that the books do not have, and entries whose file is nowhere. Nothing is",
        "removed; that is done by itself some time after it was found."
      })
  int check(@Mixin NodeOptions node) throws InterruptedException {
    JsonNode found = node.client().ask("POST", "/v1/admin/storage/check", "{}");
    PrintWriter out = spec.commandLine().getOut();
    for (JsonNode place : found.path("places")) {
      out.printf(
          "%s  %d files, looked through %s%n",
          place.path("name").asText(),
          place.path("files").asLong(),
          place.path("at").asText("never to the end"));
    }
    for (JsonNode each : found.path("leftovers")) {
      out.printf(
          "  %s: %d %s, %s, removed from %s%n",
          each.path("place").asText(),
          each.path("files").asLong(),
          each.path("kind").asText(),
          size(each.path("bytes").asLong()),
          each.path("removedFrom").asText());
      each.path("examples").forEach(name -> out.println("    " + name.asText()));
    }
    if (found.path("leftovers").isEmpty()) {
      out.println("Nothing is left over, and nothing is missing.");
    }
    out.flush();
    return 0;
  }

  private static void print(PrintWriter out, JsonNode tenant) {
    String tier = tenant.path("tier").asText("");
    out.println(tenant.path("tenant").asText() + (tier.isEmpty() ? "" : " (" + tier + ")"));
    for (JsonNode each : tenant.path("classes")) {
      row(out, each.path("storageClass").asText().toLowerCase(Locale.ROOT), each);
    }
    row(out, "all", tenant);
    JsonNode limit = tenant.path("limit");
    out.println(limit.isNumber() ? "  limit " + size(limit.asLong()) : "  no limit");
  }

  private static void row(PrintWriter out, String name, JsonNode sums) {
    out.printf(
        Locale.ROOT,
        "  %-10s %9d files  %10s%n",
        name,
        sums.path("objects").asLong(),
        size(sums.path("bytes").asLong()));
  }

  /** Bytes as a person reads them; units are powers of 1024, as in the settings. */
  static String size(long bytes) {
    double left = bytes;
    int unit = 0;
    while (left >= 1024 && unit < UNITS.length - 1) {
      left /= 1024;
      unit++;
    }
    return unit == 0 ? bytes + " B" : String.format(Locale.ROOT, "%.1f %s", left, UNITS[unit]);
  }
}
