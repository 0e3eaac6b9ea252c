package io.moneyprinter.codecs.orchestration;

import io.moneyprinter.codecs.bus.Endpoint;
import io.moneyprinter.codecs.bus.MessageCatalogue;

/** What operators ask about the jobs of all tenants. */
public final class ExplorerMessages {
  public static final Endpoint<ExploreJobs, JobLineList> EXPLORE_JOBS =
      new Endpoint<>("orchestration.exploreJobs", ExploreJobs.class, JobLineList.class);

  /** {@code NOT_FOUND} when there is no such job. */
  public static final Endpoint<InspectJob, JobGraph> INSPECT_JOB =
      new Endpoint<>("orchestration.inspectJob", InspectJob.class, JobGraph.class);

  public static final Endpoint<ShowWork, WorkView> SHOW_WORK =
      new Endpoint<>("orchestration.showWork", ShowWork.class, WorkView.class);

  private ExplorerMessages() {}

  public static void catalogue(MessageCatalogue.Builder types) {
    types.add("orchestration.JobLineList.v1", JobLineList.class);
    types.add("orchestration.JobGraph.v1", JobGraph.class);
    types.add("orchestration.WorkView.v1", WorkView.class);
    types.add(EXPLORE_JOBS, "orchestration.ExploreJobs.v1");
    types.add(INSPECT_JOB, "orchestration.InspectJob.v1");
    types.add(SHOW_WORK, "orchestration.ShowWork.v1");
  }
}
