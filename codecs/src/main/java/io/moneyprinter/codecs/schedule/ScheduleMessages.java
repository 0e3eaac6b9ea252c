package io.moneyprinter.codecs.schedule;

import io.moneyprinter.codecs.bus.Endpoint;
import io.moneyprinter.codecs.bus.MessageCatalogue;
import java.time.Duration;

/** What may be asked about schedules; the orchestration service answers. */
public final class ScheduleMessages {
  /** {@code INVALID} with everything that is wrong with the times or with what is ordered. */
  public static final Endpoint<CreateSchedule, Schedule> CREATE =
      new Endpoint<>(
          "schedule.create", CreateSchedule.class, Schedule.class, Duration.ofSeconds(60));

  public static final Endpoint<GetSchedule, Schedule> GET =
      new Endpoint<>("schedule.get", GetSchedule.class, Schedule.class);

  public static final Endpoint<ListSchedules, ScheduleList> LIST =
      new Endpoint<>("schedule.list", ListSchedules.class, ScheduleList.class);

  /** Idempotent; {@code CONFLICT} when no time is left. */
  public static final Endpoint<PauseSchedule, Schedule> PAUSE =
      new Endpoint<>("schedule.pause", PauseSchedule.class, Schedule.class);

  /** Idempotent; {@code CONFLICT} when no time is left. */
  public static final Endpoint<ResumeSchedule, Schedule> RESUME =
      new Endpoint<>("schedule.resume", ResumeSchedule.class, Schedule.class);

  /** Answers with the schedule as it was. */
  public static final Endpoint<DeleteSchedule, Schedule> DELETE =
      new Endpoint<>("schedule.delete", DeleteSchedule.class, Schedule.class);

  /** {@code INVALID} for what is no cron expression or no time zone. */
  public static final Endpoint<PreviewTimes, TimeList> PREVIEW =
      new Endpoint<>("schedule.preview", PreviewTimes.class, TimeList.class);

  /** Keeps nothing; fails as {@link #CREATE} would. */
  public static final Endpoint<CheckSchedule, CheckedSchedule> CHECK =
      new Endpoint<>("schedule.check", CheckSchedule.class, CheckedSchedule.class);

  private ScheduleMessages() {}

  public static void catalogue(MessageCatalogue.Builder types) {
    types.add("schedule.Schedule.v1", Schedule.class);
    types.add("schedule.ScheduleList.v1", ScheduleList.class);
    types.add("schedule.TimeList.v1", TimeList.class);
    types.add("schedule.CheckedSchedule.v1", CheckedSchedule.class);
    types.add(CHECK, "schedule.CheckSchedule.v1");
    types.add(CREATE, "schedule.CreateSchedule.v1");
    types.add(GET, "schedule.GetSchedule.v1");
    types.add(LIST, "schedule.ListSchedules.v1");
    types.add(PAUSE, "schedule.PauseSchedule.v1");
    types.add(RESUME, "schedule.ResumeSchedule.v1");
    types.add(DELETE, "schedule.DeleteSchedule.v1");
    types.add(PREVIEW, "schedule.PreviewTimes.v1");
  }
}
