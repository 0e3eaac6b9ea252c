package io.moneyprinter.orchestration;

import static io.moneyprinter.testsupport.Answers.answer;
import static io.moneyprinter.testsupport.Answers.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.bus.Violation;
import io.moneyprinter.codecs.orchestration.CheckWorkflow;
import io.moneyprinter.codecs.orchestration.CreateJob;
import io.moneyprinter.codecs.orchestration.EstimateTime;
import io.moneyprinter.codecs.orchestration.GetWorkflow;
import io.moneyprinter.codecs.orchestration.ListWorkflows;
import io.moneyprinter.codecs.orchestration.OrchestrationMessages;
import io.moneyprinter.codecs.orchestration.WorkflowCheck;
import io.moneyprinter.codecs.orchestration.WorkflowDefinition;
import io.moneyprinter.codecs.orchestration.WorkflowDefinition.FollowedBy;
import io.moneyprinter.codecs.orchestration.WorkflowFault;
import io.moneyprinter.codecs.orchestration.WorkflowMessages;
import io.moneyprinter.codecs.orchestration.WorkflowStepPlan;
import io.moneyprinter.codecs.video.VideoBrief;
import io.moneyprinter.testsupport.TestNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What users see of workflows, and how they choose and check them. */
class WorkflowDeskTest {
  @RegisterExtension final TestNode test = TestNode.withDatabases();
  @TempDir Path folder;
  private Bench bench;

  @BeforeEach
  void start() {
    Workflows.edited(
        folder,
        "name: video-generation\nversion: 3",
        "name: silent\nversion: 5",
        "    approval: { timeout: 24h, then: reject, show: $script }\n    weight: 0\n\n  - name: speech",
        "    approval: { timeout: 2h, then: fail }\n    weight: 0\n\n  - name: speech");
    bench = new Bench(test);
    bench.start(Bench.config(folder));
  }

  private String source() {
    return answer(WorkflowMessages.GET.ask(bench.bus(), new GetWorkflow("silent"))).source();
  }

  private List<WorkflowFault> faults(String source) {
    WorkflowCheck check =
        answer(WorkflowMessages.CHECK.ask(bench.bus(), new CheckWorkflow(source)));
    assertThat(check.workflow() == null).isEqualTo(!check.faults().isEmpty());
    return check.faults();
  }

  @Test
  void theFoldersAndTheShippedWorkflowsAreListedWithTheirGraph() {
    List<WorkflowDefinition> all =
        answer(WorkflowMessages.LIST.ask(bench.bus(), new ListWorkflows())).workflows();

    assertThat(all)
        .extracting(WorkflowDefinition::name, WorkflowDefinition::followedBy)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("video-generation", FollowedBy.WORDS),
            org.assertj.core.groups.Tuple.tuple("timeline-render", FollowedBy.TIMELINES),
            org.assertj.core.groups.Tuple.tuple("silent", FollowedBy.NAMED));
    assertThat(all).allSatisfy(one -> assertThat(one.source()).isNull());
    WorkflowDefinition own = all.get(2);
    assertThat(own.version()).isEqualTo(5);
    assertThat(own.description()).startsWith("Writes the words");
    WorkflowStepPlan speech =
        own.steps().stream().filter(one -> one.name().equals("speech")).findFirst().orElseThrow();
    assertThat(speech.service() + " " + speech.endpoint()).isEqualTo("speech synthesize");
    assertThat(speech.dependsOn()).containsExactly("script", "review");
    assertThat(speech.timeoutSeconds()).isEqualTo(300);
    assertThat(speech.forEach()).isEqualTo("$script.scenes");
    assertThat(speech.retries().count()).isEqualTo(2);
    assertThat(speech.retries().backoffSeconds()).isEqualTo(0.05);
    WorkflowStepPlan review =
        own.steps().stream().filter(one -> one.name().equals("review")).findFirst().orElseThrow();
    assertThat(review.silence()).isEqualTo(WorkflowStepPlan.Silence.FAIL);
    assertThat(review.timeoutSeconds()).isEqualTo(7200);
    assertThat(failure(WorkflowMessages.GET.ask(bench.bus(), new GetWorkflow("nothing"))).code())
        .isEqualTo(FailureCode.NOT_FOUND);
  }

  @Test
  void everyFaultIsToldWithItsPlaceAndLine() {
    String source = source();
    assertThat(faults(source)).isEmpty();

    String wrong =
        source
            .replace("rate: $script.rate ?? $input.rate", "rate: fast")
            .replace("mood: $input.music.mood", "mood: gloomy");
    List<WorkflowFault> found = faults(wrong);
    assertThat(found)
        .extracting(WorkflowFault::pointer)
        .containsExactly("/steps/2/with/rate", "/steps/5/with/mood");
    assertThat(found)
        .allSatisfy(
            fault ->
                assertThat(wrong.split("\n")[fault.line() - 1])
                    .contains(fault.message().contains("rate wants") ? "rate: fast" : "gloomy"));

    assertThat(faults(source.replace("    timeout: 30m", "    time_out: 30m")))
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.pointer()).isEqualTo("/steps/7/time_out");
              assertThat(source.split("\n")[fault.line() - 1]).contains("timeout: 30m");
            });
    assertThat(faults("name: [a\nversion: 1"))
        .singleElement()
        .satisfies(fault -> assertThat(fault.line()).isEqualTo(2));
    assertThat(faults("")).singleElement().extracting(WorkflowFault::message).isNotNull();
    assertThat(faults("just words")).isNotEmpty();
  }

  @Test
  void aBriefChoosesItsWorkflow() {
    VideoBrief brief = Samples.brief("Coffee.").but().workflow("silent").build();
    String id =
        answer(OrchestrationMessages.CREATE_JOB.ask(bench.bus(), new CreateJob(brief, null))).id();
    assertThat(bench.job(id).workflow()).isEqualTo("silent/5");
    assertThat(bench.order("Coffee.").workflow()).isEqualTo("video-generation/3");

    for (String wrong : List.of("nowhere", "timeline-render")) {
      VideoBrief bad = brief.but().workflow(wrong).build();
      ServiceFailure refused =
          failure(OrchestrationMessages.CREATE_JOB.ask(bench.bus(), new CreateJob(bad, null)));
      assertThat(refused.code()).isEqualTo(FailureCode.INVALID);
      assertThat(refused.violations()).extracting(Violation::pointer).containsExactly("/workflow");
      assertThat(
              failure(OrchestrationMessages.ESTIMATE_TIME.ask(bench.bus(), new EstimateTime(bad)))
                  .code())
          .isEqualTo(FailureCode.INVALID);
    }
  }
}
