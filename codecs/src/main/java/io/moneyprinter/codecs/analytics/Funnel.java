package io.moneyprinter.codecs.analytics;

import java.util.List;

/**
 * How far jobs came.
 *
 * @param jobs that ended
 * @param completed of these, with a video
 * @param stages in the order in which they are reached; only of jobs whose steps were told
 */
public record Funnel(int jobs, int completed, List<Stage> stages) {
  public Funnel {
    stages = List.copyOf(stages);
  }

  /**
   * A step.
   *
   * @param jobs whose workflow has it
   * @param reached of these, that began it or passed it over
   * @param done with a result
   * @param skipped passed over
   * @param failed where the job failed
   * @param passed share of the jobs that came through it, 0 to 1
   */
  public record Stage(
      String step, int jobs, int reached, int done, int skipped, int failed, double passed) {}
}
