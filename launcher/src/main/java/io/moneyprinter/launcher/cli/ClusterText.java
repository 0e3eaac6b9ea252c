package io.moneyprinter.launcher.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Nodes and jobs as lines of a terminal. */
final class ClusterText {
  private static final double MIB = 1024.0 * 1024;

  private static final String NODE_HEAD =
      "%-36s  %-16s %-9s %-9s %4s  %10s  %6s  %s"
          .formatted("NODE", "NAME", "STATE", "HEALTH", "CPU", "HEAP", "LEASES", "VERSION, ROLES");

  private static final String JOB_HEAD =
      "%-36s  %-9s %5s  %-12s %-20s  %s"
          .formatted("JOB", "STATE", "DONE", "TENANT", "ORDERED", "TITLE");

  private ClusterText() {}

  static void cluster(PrintWriter out, JsonNode cluster) {
    out.println(NODE_HEAD);
    for (JsonNode node : cluster.path("nodes")) {
      nodeLine(out, node);
    }
    for (JsonNode queue : cluster.path("queues")) {
      out.printf(
          "queue %-20s %5d waiting  %4d running  %3d given up%n",
          queue.path("name").asText(),
          queue.path("waiting").asLong(),
          queue.path("running").asLong(),
          queue.path("dead").asLong());
    }
  }

  private static void nodeLine(PrintWriter out, JsonNode node) {
    JsonNode load = node.path("load");
    out.printf(
        Locale.ROOT,
        "%-36s  %-16s %-9s %-9s %3.0f%%  %6.0f MiB  %6d  %s  %s%n",
        node.path("id").asText(),
        node.path("name").asText(),
        node.path("state").asText().toLowerCase(Locale.ROOT),
        node.path("health").path("status").asText(),
        Math.max(0, load.path("cpu").asDouble()) * 100,
        load.path("heapUsed").asDouble() / MIB,
        node.path("leases").asInt(),
        node.path("version").asText(),
        roles(node));
    node.path("health")
        .path("failing")
        .fields()
        .forEachRemaining(
            check -> out.printf("    %s: %s%n", check.getKey(), check.getValue().asText()));
  }

  private static String roles(JsonNode node) {
    List<String> roles = new ArrayList<>();
    for (JsonNode role : node.path("roles")) {
      int count = role.path("instances").asInt();
      roles.add(role.path("role").asText() + (count > 1 ? " x" + count : ""));
    }
    return String.join(",", roles);
  }

  static void node(PrintWriter out, JsonNode report) {
    out.println(NODE_HEAD);
    nodeLine(out, report.path("node"));
    JsonNode machine = report.path("machine");
    out.printf(
        "machine   %s, %s, Java %s%n",
        machine.path("host").asText(),
        machine.path("system").asText(),
        machine.path("java").asText());
    for (JsonNode pool : report.path("pools")) {
      if (!pool.has("size") && pool.path("busy").asInt() + pool.path("waiting").asInt() == 0) {
        continue; // connections and the like, at rest
      }
      out.printf(
          "pool      %-32s %3d busy  %3d waiting%s%n",
          pool.path("name").asText(),
          pool.path("busy").asInt(),
          pool.path("waiting").asInt(),
          pool.has("size") ? "  of " + pool.path("size").asText() : "");
    }
    breakers(out, report.path("breakers"));
    for (JsonNode encoder : report.path("encoders").path("encoders")) {
      out.printf(
          "encoder   %-32s %s%n",
          encoder.path("name").asText(),
          encoder.path("works").asBoolean() ? "works" : encoder.path("detail").asText());
    }
    for (JsonNode lease : report.path("leases")) {
      out.printf(
          "lease     %s %d of job %s, try %d, until %s%n",
          lease.path("step").asText(),
          lease.path("part").asInt(),
          lease.path("jobId").asText(),
          lease.path("attempt").asInt(),
          lease.path("until").asText());
    }
    out.printf("addresses %d with consumers%n", report.path("addresses").size());
  }

  /** Those that let nothing through by name; of the others how many there are. */
  private static void breakers(PrintWriter out, JsonNode breakers) {
    int closed = 0;
    for (JsonNode breaker : breakers) {
      if (breaker.path("state").asText().equalsIgnoreCase("closed")) {
        closed++;
      } else {
        out.printf(
            "breaker   %-32s %s%n", breaker.path("name").asText(), breaker.path("state").asText());
      }
    }
    out.printf("breakers  %d closed, as they should be%n", closed);
  }

  static void jobs(PrintWriter out, JsonNode page) {
    if (!page.path("jobs").isEmpty()) {
      out.println(JOB_HEAD);
    }
    for (JsonNode job : page.path("jobs")) {
      jobLine(out, job);
    }
    if (page.path("jobs").isEmpty()) {
      out.println("There are none.");
    }
  }

  private static void jobLine(PrintWriter out, JsonNode job) {
    out.printf(
        Locale.ROOT,
        "%-36s  %-9s %4.0f%%  %-12s %-20.20s  %s%n",
        job.path("id").asText(),
        job.path("state").asText().toLowerCase(Locale.ROOT),
        job.path("progress").asDouble() * 100,
        job.path("tenant").asText(),
        job.path("createdAt").asText(),
        job.path("title").asText());
    if (job.has("failure")) {
      out.printf("    %s: %s%n", job.path("step").asText(), job.path("failure").asText());
    }
  }

  private static String tries(int count) {
    return count == 1 ? "1 try" : count + " tries";
  }

  static void job(PrintWriter out, JsonNode graph) {
    out.println(JOB_HEAD);
    jobLine(out, graph.path("job"));
    out.printf(
        "correlation %s  trace %s%n",
        graph.path("correlationId").asText(), graph.path("traceId").asText("none"));
    for (JsonNode step : graph.path("steps")) {
      List<String> before = new ArrayList<>();
      step.path("dependsOn").forEach(name -> before.add(name.asText()));
      out.printf(
          "%-12s %-9s %3d of %-3d  %-8s  %s%n",
          step.path("name").asText(),
          step.path("state").asText().toLowerCase(Locale.ROOT),
          step.path("done").asInt(),
          step.path("of").asInt(),
          tries(step.path("attempts").asInt()),
          before.isEmpty() ? "" : "after " + String.join(", ", before));
      for (JsonNode part : step.path("parts")) {
        if (part.path("state").asText().equals("RUNNING")) {
          out.printf(
              "    part %d on node %s, token %d, until %s%n",
              part.path("part").asInt(),
              part.path("node").asText(),
              part.path("token").asLong(),
              part.path("leaseUntil").asText());
        }
      }
    }
    for (JsonNode event : graph.path("events")) {
      if (event.path("type").asText().matches("STEP_RETRIED|STEP_FAILED|JOB_FAILED")) {
        out.printf("%s  %s%n", event.path("at").asText(), event.path("message").asText());
      }
    }
  }
}
