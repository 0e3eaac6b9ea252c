package io.moneyprinter.orchestration;

import static io.moneyprinter.testsupport.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.orchestration.Capacity;
import io.moneyprinter.codecs.orchestration.ClaimStep;
import io.moneyprinter.codecs.orchestration.Job;
import io.moneyprinter.codecs.orchestration.JobEvent;
import io.moneyprinter.codecs.orchestration.OfferSlots;
import io.moneyprinter.codecs.orchestration.OrchestrationMessages;
import io.moneyprinter.codecs.orchestration.StepClaim;
import io.moneyprinter.codecs.orchestration.StepState;
import io.moneyprinter.testsupport.TestNode;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What a step needs decides where and when it runs. */
class NeedsTest {
  private static final String SCRIPTS = "content.network";

  @RegisterExtension final TestNode test = TestNode.withDatabases();
  @TempDir Path workflows;
  private Bench bench;

  @BeforeEach
  void make() {
    bench = new Bench(test);
  }

  private void start(String needs) {
    Workflows.edited(
        workflows, "  - name: script\n", "  - name: script\n    needs: { " + needs + " }\n");
    bench.start(Bench.config(workflows));
  }

  private void offer(String node, Capacity has) {
    answer(
        OrchestrationMessages.OFFER_SLOTS.ask(
            bench.bus(), new OfferSlots(node, SCRIPTS, has.slots(), has)));
  }

  private StepClaim claim(String step, String node, Capacity held) {
    return answer(
        OrchestrationMessages.CLAIM_STEP.ask(bench.bus(), new ClaimStep(step, node, held)));
  }

  @Test
  void aNodeIsToldWhatToKeepFreeBeforeItGetsTheStep() {
    start("cpu: 1.5, memory: 700");
    offer("large", new Capacity(4, 8_000, 0));
    bench.order("Coffee.");
    String step = bench.tickets.next(SCRIPTS).id();
    Capacity wanted = new Capacity(2, 700, 0);

    StepClaim first = claim(step, "large", new Capacity(1, 512, 0));
    assertThat(first.granted()).isFalse();
    assertThat(first.wants()).isEqualTo(wanted);

    StepClaim second = claim(step, "large", wanted);
    assertThat(second.granted()).isTrue();
    assertThat(second.wants().memory()).isEqualTo(700);
  }

  @Test
  void graphicsWorkGoesToNodesWithGraphicsProcessorsOnly() {
    start("gpu: 1");
    offer("plain", new Capacity(4, 8_000, 0));
    offer("graphics", new Capacity(4, 8_000, 2));
    bench.order("Coffee.");
    String step = bench.tickets.next(SCRIPTS).id();
    assertThat(claim(step, "plain", new Capacity(1, 0, 0))).isEqualTo(StepClaim.NOTHING_TO_DO);

    String again = bench.tickets.next(SCRIPTS).id();
    assertThat(again).as("a new ticket for somebody else").isEqualTo(step);
    assertThat(claim(step, "graphics", new Capacity(1, 0, 0)).wants())
        .isEqualTo(new Capacity(1, 0, 1));
    assertThat(claim(step, "graphics", new Capacity(1, 0, 1)).granted()).isTrue();
  }

  @Test
  void aStepOfTwoCoresTakesTwoSlots() {
    start("cpu: 2");
    offer("node-1", new Capacity(3, 8_000, 0));
    bench.order("Coffee.");
    bench.order("Tea.");
    String first = bench.tickets.next(SCRIPTS).id();
    assertThat(bench.tickets.poll(SCRIPTS)).as("one slot is not enough for it").isEmpty();
    offer("node-2", new Capacity(3, 8_000, 0));
    assertThat(bench.tickets.next(SCRIPTS).id()).isNotEqualTo(first);
  }

  @Test
  void aStepThatFitsNoNodeIsToldToItsOwnerAndGoesOnWhenOneComes() {
    start("memory: 64000");
    offer("small", new Capacity(2, 1_000, 0));
    Job job = bench.order("Coffee.");
    bench.until(
        "the owner is told",
        () ->
            bench.recorded.stream()
                .anyMatch(
                    event ->
                        event.type() == JobEvent.Type.STEP_WAITING
                            && event.message().contains("64000 MiB")
                            && event.message().contains("1000")));
    assertThat(bench.step(job.id(), "script").waitsFor()).contains("64000 MiB");
    assertThat(bench.step(job.id(), "script").state()).isEqualTo(StepState.READY);

    bench.tickets.poll(SCRIPTS);
    offer("large", new Capacity(2, 128_000, 0));
    String step = bench.tickets.next(SCRIPTS).id();
    assertThat(bench.step(job.id(), "script").waitsFor()).isNull();
    assertThat(claim(step, "large", new Capacity(1, 64_000, 0)).granted()).isTrue();
    assertThat(
            bench.recorded.stream()
                .filter(event -> event.type() == JobEvent.Type.STEP_WAITING)
                .distinct())
        .hasSize(1);
  }
}
