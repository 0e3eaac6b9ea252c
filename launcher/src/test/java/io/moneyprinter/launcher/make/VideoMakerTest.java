package io.moneyprinter.launcher.make;

import static io.moneyprinter.testsupport.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.orchestration.CostMessages;
import io.moneyprinter.codecs.orchestration.CreateJob;
import io.moneyprinter.codecs.orchestration.Job;
import io.moneyprinter.codecs.orchestration.JobCost;
import io.moneyprinter.codecs.orchestration.JobCosts;
import io.moneyprinter.codecs.orchestration.JobState;
import io.moneyprinter.codecs.orchestration.OrchestrationMessages;
import io.moneyprinter.codecs.video.VideoBrief;
import io.moneyprinter.testsupport.TestNode;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class VideoMakerTest {
  private static final String ID = "0198f000-0000-7000-8000-000000000001";

  @RegisterExtension final TestNode test = TestNode.plain();
  private final List<CreateJob> orders = new CopyOnWriteArrayList<>();
  private final List<String> done = new CopyOnWriteArrayList<>();
  private volatile JobState state = JobState.QUEUED;
  private volatile boolean known;

  @BeforeEach
  void answerAsOrchestration() {
    EventBus bus = test.vertx().eventBus();
    OrchestrationMessages.CREATE_JOB.serve(
        bus,
        order -> {
          orders.add(order);
          return Future.succeededFuture(job(order.brief(), state, known));
        });
    OrchestrationMessages.RESUME_JOB.serve(
        bus,
        wish -> {
          done.add("resume");
          return Future.succeededFuture(job(orders.get(0).brief(), JobState.RUNNING, false));
        });
    CostMessages.SET_BUDGET.serve(
        bus,
        wish -> {
          done.add("budget " + wish.budget());
          return Future.succeededFuture(
              new JobCosts(ID, new JobCost(0, 0, 0), null, List.of(), List.of()));
        });
  }

  private static Job job(VideoBrief brief, JobState state, boolean replayed) {
    Instant now = Instant.EPOCH;
    return Job.builder(ID, "local", brief)
        .at(now)
        .workflow("w/1")
        .state(state)
        .replayed(replayed)
        .build();
  }

  private Job make(Double budget) {
    VideoBrief brief = VideoBrief.builder().script("Tea.").budget(budget).build();
    return answer(
        new VideoMaker(test.vertx().eventBus(), CallContext.system("local"))
            .order(new BriefFile.Content(brief, Optional.empty(), "{}"), false));
  }

  @Test
  void aJobThatUsedUpItsBudgetGoesOnWithALargerOne() {
    make(0.5);
    assertThat(done).isEmpty();

    known = true;
    state = JobState.FAILED;
    Job again = make(2.0);

    assertThat(orders.get(1).idempotencyKey()).isEqualTo(orders.get(0).idempotencyKey());
    assertThat(done).containsExactly("budget 2.0", "resume");
    assertThat(again.replayed()).isTrue();
  }

  @Test
  void whatIsCompletedIsHandedOutAsItIs() {
    known = true;
    state = JobState.COMPLETED;

    make(2.0);

    assertThat(done).isEmpty();
  }
}
