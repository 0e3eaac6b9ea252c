package io.moneyprinter.orchestration.run;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.moneyprinter.codecs.orchestration.JobEvent;
import io.moneyprinter.orchestration.state.JobChange;
import java.util.EnumMap;
import java.util.Map;

/** Counts what happens to jobs: {@code videos_created_total}, and how they end. */
final class JobMeters {
  private final Map<JobEvent.Type, Counter> counters = new EnumMap<>(JobEvent.Type.class);

  JobMeters(MeterRegistry meters) {
    counters.put(
        JobEvent.Type.JOB_CREATED,
        Counter.builder("videos.created").description("Videos ordered").register(meters));
    ended(meters, JobEvent.Type.JOB_COMPLETED, "completed");
    ended(meters, JobEvent.Type.JOB_FAILED, "failed");
    ended(meters, JobEvent.Type.JOB_CANCELLED, "cancelled");
    counters.put(
        JobEvent.Type.STEP_RETRIED,
        Counter.builder("steps.retried").description("Steps tried again").register(meters));
    counters.put(
        JobEvent.Type.STEP_COPIED,
        Counter.builder("steps.copied")
            .description("Parts tried by a second node as well")
            .register(meters));
  }

  private void ended(MeterRegistry meters, JobEvent.Type type, String state) {
    counters.put(
        type,
        Counter.builder("videos.ended")
            .description("Videos that came to an end")
            .tag("state", state)
            .register(meters));
  }

  void count(JobChange change) {
    for (JobEvent event : change.events()) {
      Counter counter = counters.get(event.type());
      if (counter != null) {
        counter.increment();
      }
    }
  }
}
