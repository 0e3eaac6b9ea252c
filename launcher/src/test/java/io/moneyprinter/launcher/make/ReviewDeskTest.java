package io.moneyprinter.launcher.make;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.content.Scene;
import io.moneyprinter.codecs.content.Script;
import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.codecs.orchestration.DecideStep;
import io.moneyprinter.codecs.orchestration.Job;
import io.moneyprinter.codecs.orchestration.JobState;
import io.moneyprinter.codecs.orchestration.OrchestrationMessages;
import io.moneyprinter.codecs.orchestration.PendingApproval;
import io.moneyprinter.codecs.orchestration.StepState;
import io.moneyprinter.codecs.orchestration.StepView;
import io.moneyprinter.codecs.video.VideoBrief;
import io.moneyprinter.testsupport.Await;
import io.moneyprinter.testsupport.TestNode;
import io.vertx.core.Future;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Somebody at a terminal agrees to a storyboard, or says what is wrong with it. */
class ReviewDeskTest {
  private static final Instant NOW = Instant.now();

  @RegisterExtension final TestNode test = TestNode.plain();
  private final List<DecideStep> decided = new CopyOnWriteArrayList<>();
  private final List<String> questions = new CopyOnWriteArrayList<>();
  private final StringWriter shown = new StringWriter();

  @BeforeEach
  void orchestration() {
    OrchestrationMessages.DECIDE_STEP.serve(
        test.vertx().eventBus(),
        wish -> {
          decided.add(wish);
          return Future.succeededFuture(job("\"?\""));
        });
  }

  private static Job job(String show) {
    StepView review =
        new StepView(
            "review",
            StepState.AWAITING,
            0,
            1,
            0,
            1,
            NOW,
            null,
            new PendingApproval(NOW.plusSeconds(60), show),
            null,
            null);
    return Job.builder("job-1", "local", VideoBrief.builder().script("x").build())
        .at(NOW)
        .workflow("video-generation/3")
        .state(JobState.RUNNING)
        .progress(0.1)
        .steps(List.of(review))
        .build();
  }

  private ReviewDesk desk(Function<String, Optional<String>> answer) {
    return new ReviewDesk(
        test.vertx(),
        CallContext.system(CallContext.LOCAL_TENANT),
        new PrintWriter(shown, true),
        question -> {
          questions.add(question);
          return answer.apply(question);
        });
  }

  private DecideStep decision(ReviewDesk desk, String show) {
    desk.look(job(show));
    Await.until(
        "it is decided", Duration.ofSeconds(10), () -> decided.size() == 1 && !desk.asking());
    desk.look(job(show));
    assertThat(questions).as("asked once").hasSize(1);
    return decided.get(0);
  }

  @Test
  void theScenesAreShownAndYesGoesOn() throws Exception {
    Script script =
        new Script(
            "Tea",
            "en",
            List.of(
                new Scene(0, "Warm the pot.", List.of("teapot", "steam"), null),
                new Scene(1, "Wait.", List.of(), null)),
            "user",
            0);
    DecideStep wish =
        decision(
            desk(question -> Optional.of(" Yes ")), RecordJson.wire().writeValueAsString(script));
    assertThat(wish).isEqualTo(new DecideStep("job-1", "review", true, null));
    assertThat(shown.toString())
        .contains("Storyboard: Tea")
        .contains("1  Warm the pot.")
        .contains("pictures: teapot, steam")
        .contains("2  Wait.");
  }

  @Test
  void whatIsWrongWithItIsTheReasonOfTheRejection() {
    DecideStep wish = decision(desk(question -> Optional.of("Say more about milk")), "{\"any\":1}");
    assertThat(wish).isEqualTo(new DecideStep("job-1", "review", false, "Say more about milk"));
    assertThat(shown.toString()).contains("{\"any\":1}");
  }

  @Test
  void theEndOfInputIsNoAgreement() {
    assertThat(decision(desk(question -> Optional.empty()), "\"?\"").approved()).isFalse();
  }
}
