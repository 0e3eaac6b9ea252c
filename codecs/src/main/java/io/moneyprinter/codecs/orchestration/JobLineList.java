package io.moneyprinter.codecs.orchestration;

import java.util.List;

/**
 * A page of jobs, newest first.
 *
 * @param more whether there are older ones
 */
public record JobLineList(List<JobLine> jobs, boolean more) {
  public JobLineList {
    jobs = List.copyOf(jobs);
  }
}
