package io.moneyprinter.gateway.events;

import io.moneyprinter.codecs.orchestration.Job;
import io.moneyprinter.codecs.orchestration.JobEvent;
import io.moneyprinter.codecs.orchestration.JobState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Whether a job was at its end when a reader came. Its state is known at once, while its last
 * events may still be on their way to the store: the service that keeps them was away, perhaps.
 *
 * @param state that it ended in; {@code null} while it is under way
 * @param settled whether it ended so long ago that the store has every event it will ever have, or
 *     has swept them
 */
record JobEnd(JobState state, boolean settled) {
  private static final Duration ON_THE_WAY = Duration.ofMinutes(5);

  static JobEnd of(Job job, Instant now) {
    return job.state().terminal()
        ? new JobEnd(job.state(), job.updatedAt().plus(ON_THE_WAY).isBefore(now))
        : new JobEnd(null, false);
  }

  boolean reached() {
    return state != null;
  }

  /** Whether this event is the one with which the job came to this end. */
  boolean is(JobEvent event) {
    return event.state() == state && endsJob(event);
  }

  /**
   * Whether a reader has been told everything.
   *
   * @param after sequence of the last event it has
   * @param stored what the store has from that event on, that event included
   */
  boolean told(long after, List<JobEvent> stored) {
    if (!reached() || stored.stream().anyMatch(event -> event.sequence() > after)) {
      return false;
    }
    return settled || stored.stream().anyMatch(this::is);
  }

  static boolean endsJob(JobEvent event) {
    return switch (event.type()) {
      case JOB_COMPLETED, JOB_FAILED, JOB_CANCELLED -> true;
      default -> false;
    };
  }
}
