package io.moneyprinter.codecs.orchestration;

import java.util.List;

/**
 * A page of jobs.
 *
 * @param more whether there are older ones
 */
public record JobList(List<Job> jobs, boolean more) {
  public JobList {
    jobs = List.copyOf(jobs);
  }
}
