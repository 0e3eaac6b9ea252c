package io.moneyprinter.gateway.routes;

import io.moneyprinter.codecs.schedule.Missed;
import io.moneyprinter.codecs.schedule.Overlap;
import io.moneyprinter.codecs.schedule.RunState;
import io.moneyprinter.codecs.schedule.Schedule;
import io.moneyprinter.codecs.schedule.ScheduleRun;
import io.moneyprinter.codecs.schedule.ScheduleState;
import java.time.Instant;
import java.util.List;

/** A schedule as its owner sees it. */
record ScheduleView(
    String id,
    String name,
    ScheduleState state,
    String title,
    boolean batch,
    String cron,
    String zone,
    Missed missed,
    Overlap overlap,
    List<Instant> next,
    List<Run> runs,
    Instant createdAt,
    Links links) {
  /** Where to go from a schedule; paths on this server. */
  record Links(String self, String pause, String resume) {
    static Links of(String id) {
      String self = "/v1/schedules/" + id;
      return new Links(self, self + "/pause", self + "/resume");
    }
  }

  /**
   * One time that came.
   *
   * @param href path of the video or the batch that was ordered; {@code null} for none
   */
  record Run(Instant due, RunState state, String href, String message) {
    static Run of(ScheduleRun run) {
      String href = run.jobId() == null ? null : "/v1/videos/" + run.jobId();
      return new Run(
          run.due(),
          run.state(),
          run.batchId() == null ? href : "/v1/batches/" + run.batchId(),
          run.message());
    }
  }

  static ScheduleView of(Schedule schedule) {
    return new ScheduleView(
        schedule.id(),
        schedule.name(),
        schedule.state(),
        schedule.title(),
        schedule.batch(),
        schedule.cron(),
        schedule.zone(),
        schedule.missed(),
        schedule.overlap(),
        schedule.next(),
        schedule.runs().stream().map(Run::of).toList(),
        schedule.createdAt(),
        Links.of(schedule.id()));
  }
}
