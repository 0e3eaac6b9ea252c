package io.moneyprinter.launcher.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;

/** Schedules as a node shows them, in lines for people. */
record ScheduleText(PrintWriter out) {
  /** A schedule in one line: id, state, next time, expression, name. */
  void line(JsonNode schedule) {
    out.printf(
        "%s  %-8s  %-24s  %s%s%n",
        schedule.path("id").asText(),
        schedule.path("state").asText(),
        schedule.path("next").path(0).asText("-"),
        schedule.hasNonNull("cron") ? schedule.get("cron").asText() + "  " : "",
        schedule.path("name").asText(schedule.path("title").asText()));
    out.flush();
  }

  /** The same with its next and last times. */
  void all(JsonNode schedule) {
    line(schedule);
    schedule.path("next").forEach(time -> out.println("  next  " + time.asText()));
    schedule
        .path("runs")
        .forEach(
            run ->
                out.println(
                    "  %s  %-8s  %s"
                        .formatted(
                            run.path("due").asText(),
                            run.path("state").asText(),
                            run.path("href").asText(run.path("message").asText()))));
    out.flush();
  }
}
