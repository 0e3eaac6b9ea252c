package io.moneyprinter.launcher.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.moneyprinter.codecs.orchestration.ExploreJobs;
import io.moneyprinter.launcher.client.Address;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code moneyprinter cluster}. */
@Command(
    name = "cluster",
    mixinStandardHelpOptions = true,
    description =
        "Shows the nodes of a cluster and the jobs of all tenants, drains a node, or changes how often"
            + " it runs a service. The studio's page /dashboard does the same.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Examples:",
      "  moneyprinter cluster nodes --watch",
      "  moneyprinter cluster instances NODE video 2",
      "  moneyprinter cluster jobs --state failed"
    })
public final class ClusterCommand implements Runnable {
  private static final String NODES = "/v1/admin/nodes/";
  private static final String JOBS = "/v1/admin/jobs";
  private static final long LOOK_AGAIN_MILLIS = 2_000;

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  @Command(mixinStandardHelpOptions = true, description = "Lists the nodes and what waits.")
  int nodes(
      @Option(names = "--watch", description = "Again every two seconds, until interrupted")
          boolean watch,
      @Mixin NodeOptions node)
      throws InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    while (true) {
      ClusterText.cluster(out, node.client().ask("GET", "/v1/admin/cluster", ""));
      out.flush();
      if (!watch) {
        return 0;
      }
      Thread.sleep(LOOK_AGAIN_MILLIS);
      out.println();
    }
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Shows one node: roles, health, breakers, pools, encoders, leases.")
  int node(@Parameters(paramLabel = "NODE") String id, @Mixin NodeOptions node)
      throws InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    ClusterText.node(out, node.client().ask("GET", NODES + Address.part(id), ""));
    out.flush();
    return 0;
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Has a node take no more work and hand over what it holds.")
  int drain(@Parameters(paramLabel = "NODE") String id, @Mixin NodeOptions node)
      throws InterruptedException {
    JsonNode progress = node.client().ask("POST", NODES + Address.part(id) + "/drain", "{}");
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        "It is %s; running tasks have %d s to finish%n",
        progress.path("status").asText(), progress.path("patienceSeconds").asLong());
    out.flush();
    return 0;
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Has a node run a service so often, until it is started anew.")
  int instances(
      @Parameters(paramLabel = "NODE") String id,
      @Parameters(paramLabel = "ROLE") String role,
      @Parameters(paramLabel = "COUNT") int count,
      @Mixin NodeOptions node)
      throws InterruptedException {
    JsonNode now =
        node.client()
            .ask(
                "PUT",
                NODES + Address.part(id) + "/roles/" + Address.part(role) + "/instances",
                "{\"instances\":" + count + "}");
    PrintWriter out = spec.commandLine().getOut();
    out.printf("%s runs %d times%n", now.path("role").asText(), now.path("instances").asInt());
    out.flush();
    return 0;
  }

  @Command(mixinStandardHelpOptions = true, description = "Lists the jobs of all tenants.")
  int jobs(
      @Option(names = "--search", paramLabel = "TEXT", description = "Words, or an id")
          String search,
      @Option(
              names = "--state",
              paramLabel = "STATE",
              description = "queued, running, paused, completed, failed or cancelled")
          String state,
      @Option(names = "--tenant", paramLabel = "TENANT", description = "Of this one alone")
          String tenant,
      @Option(
              names = "--since",
              paramLabel = "TIME",
              description = "Ordered from then on, such as 2026-11-23T06:00:00Z")
          Instant since,
      @Option(names = "--until", paramLabel = "TIME", description = "Ordered before then")
          Instant until,
      @Option(
              names = "--limit",
              paramLabel = "N",
              defaultValue = "50",
              description = "At most so many, 1 to " + ExploreJobs.MOST)
          int limit,
      @Mixin NodeOptions node)
      throws InterruptedException {
    List<String> wish = new ArrayList<>(List.of("limit=" + limit));
    add(wish, "search", search);
    add(wish, "state", state);
    add(wish, "tenant", tenant);
    add(wish, "since", since == null ? null : since.toString());
    add(wish, "until", until == null ? null : until.toString());
    PrintWriter out = spec.commandLine().getOut();
    ClusterText.jobs(out, node.client().ask("GET", JOBS + "?" + String.join("&", wish), ""));
    out.flush();
    return 0;
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Shows the workflow graph of a job: steps, tries, leases, errors.")
  int job(@Parameters(paramLabel = "JOB") String id, @Mixin NodeOptions node)
      throws InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    ClusterText.job(out, node.client().ask("GET", JOBS + "/" + Address.part(id), ""));
    out.flush();
    return 0;
  }

  private static void add(List<String> wish, String name, String value) {
    if (value != null) {
      wish.add(name + "=" + Address.part(value));
    }
  }
}
