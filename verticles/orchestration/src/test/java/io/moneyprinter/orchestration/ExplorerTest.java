package io.moneyprinter.orchestration;

import static io.moneyprinter.testsupport.Answers.answer;
import static io.moneyprinter.testsupport.Answers.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.orchestration.ExploreJobs;
import io.moneyprinter.codecs.orchestration.ExplorerMessages;
import io.moneyprinter.codecs.orchestration.GraphStep;
import io.moneyprinter.codecs.orchestration.InspectJob;
import io.moneyprinter.codecs.orchestration.Job;
import io.moneyprinter.codecs.orchestration.JobEvent;
import io.moneyprinter.codecs.orchestration.JobGraph;
import io.moneyprinter.codecs.orchestration.JobLine;
import io.moneyprinter.codecs.orchestration.JobLineList;
import io.moneyprinter.codecs.orchestration.JobState;
import io.moneyprinter.codecs.orchestration.ShowWork;
import io.moneyprinter.codecs.orchestration.StepPart;
import io.moneyprinter.codecs.orchestration.StepState;
import io.moneyprinter.codecs.orchestration.WorkView;
import io.moneyprinter.testsupport.TestNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ExplorerTest {
  @RegisterExtension final TestNode test = TestNode.withDatabases();
  private Bench bench;

  @BeforeEach
  void start() {
    bench = new Bench(test);
    bench.start(Bench.CONFIG);
  }

  @Test
  void operatorsFindTheJobsOfAllTenantsByTextStateTenantAndAge() {
    Job coffee = bench.order("Coffee is 100% good.", "1", "acme");
    Job tea = bench.order("Tea is calm.", "2", "globex");
    bench.take("content.network");

    assertThat(find(null, null, null))
        .extracting(JobLine::id)
        .containsExactly(tea.id(), coffee.id());
    assertThat(find("coffee", null, null)).extracting(JobLine::tenant).containsExactly("acme");
    assertThat(find("100%", null, null)).hasSize(1);
    assertThat(find("1__%", null, null)).as("no place holders").isEmpty();
    assertThat(find(tea.id(), null, null))
        .extracting(JobLine::title)
        .containsExactly("Tea is calm.");
    assertThat(find(null, null, "globex")).extracting(JobLine::id).containsExactly(tea.id());
    assertThat(find(null, JobState.RUNNING, null)).hasSize(1);
    assertThat(explore(new ExploreJobs(null, null, null, Instant.now(), null, null, 10)).jobs())
        .isEmpty();
    JobLineList first = explore(new ExploreJobs(null, null, null, null, null, null, 1));
    assertThat(first.more()).isTrue();
    JobLineList rest =
        explore(new ExploreJobs(null, null, null, null, null, first.jobs().get(0).id(), 1));
    assertThat(rest.jobs()).extracting(JobLine::id).containsExactly(coffee.id());
    assertThat(rest.more()).isFalse();
  }

  @Test
  void theGraphTellsDependenciesLeasesTriesAndErrors() {
    Job job = bench.order("Coffee.");
    bench.fail(bench.take("content.network"), FailureCode.UNAVAILABLE, "No answer from the model");
    Bench.Lease second = bench.take("content.network", "node-7");

    JobGraph graph =
        answer(ExplorerMessages.INSPECT_JOB.ask(bench.bus(), new InspectJob(job.id())));

    GraphStep script = step(graph, "script");
    assertThat(script.state()).isEqualTo(StepState.RUNNING);
    assertThat(script.queue()).isEqualTo("content.network");
    StepPart part = script.parts().get(0);
    assertThat(part.id()).isEqualTo(second.stepId());
    assertThat(part.node()).isEqualTo("node-7");
    assertThat(part.attempt()).isEqualTo(2);
    assertThat(part.leaseUntil()).isAfter(Instant.now());
    assertThat(step(graph, "speech").dependsOn()).isNotEmpty();
    assertThat(step(graph, "speech").state()).isEqualTo(StepState.WAITING);
    assertThat(graph.correlationId()).isNotBlank();
    assertThat(graph.events())
        .filteredOn(event -> event.type() == JobEvent.Type.STEP_RETRIED)
        .singleElement()
        .satisfies(event -> assertThat(event.message()).contains("No answer from the model"));
    assertThat(graph.job().attempts()).isEqualTo(2);

    WorkView work = answer(ExplorerMessages.SHOW_WORK.ask(bench.bus(), new ShowWork()));
    assertThat(work.leases())
        .singleElement()
        .satisfies(lease -> assertThat(lease.node()).isEqualTo("node-7"))
        .satisfies(lease -> assertThat(lease.step()).isEqualTo("script"));
    assertThat(work.queues()).contains(new WorkView.Queue("content.network", 0, 1, 0));
  }

  @Test
  void whatIsNoJobIsNotFound() {
    for (String id : new String[] {"nothing", UUID.randomUUID().toString()}) {
      ServiceFailure refused =
          failure(ExplorerMessages.INSPECT_JOB.ask(bench.bus(), new InspectJob(id)));
      assertThat(refused.code()).isEqualTo(FailureCode.NOT_FOUND);
    }
  }

  private List<JobLine> find(String search, JobState state, String tenant) {
    return explore(new ExploreJobs(search, state, tenant, null, null, null, 10)).jobs();
  }

  private JobLineList explore(ExploreJobs wish) {
    return answer(ExplorerMessages.EXPLORE_JOBS.ask(bench.bus(), wish));
  }

  private static GraphStep step(JobGraph graph, String name) {
    return graph.steps().stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
  }
}
