package io.moneyprinter.orchestration;

import static io.moneyprinter.testsupport.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.moneyprinter.codecs.orchestration.EstimateTime;
import io.moneyprinter.codecs.orchestration.Job;
import io.moneyprinter.codecs.orchestration.JobEvent;
import io.moneyprinter.codecs.orchestration.JobState;
import io.moneyprinter.codecs.orchestration.OrchestrationMessages;
import io.moneyprinter.codecs.orchestration.TimeEstimate;
import io.moneyprinter.codecs.orchestration.TimeEstimate.Span;
import io.moneyprinter.codecs.video.Canvas;
import io.moneyprinter.codecs.video.VideoBrief;
import io.moneyprinter.testsupport.TestNode;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How far a job is, and how long it still takes, by what its steps were measured to take. */
class EstimateTest {
  @RegisterExtension final TestNode test = TestNode.withDatabases();
  private Bench bench;

  @BeforeEach
  void start() {
    bench = new Bench(test);
    bench.start(Bench.CONFIG);
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://"
            + test.access().host()
            + ":"
            + test.access().port()
            + "/"
            + test.access().prefix()
            + "_orchestration",
        test.access().user(),
        test.access().password());
  }

  private List<String> learnt() throws SQLException {
    List<String> addresses = new ArrayList<>();
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT address FROM step_cost WHERE busy > 0 AND wall > 0 ORDER BY address")) {
      while (rows.next()) {
        addresses.add(rows.getString(1));
      }
    }
    return addresses;
  }

  /** Everything takes a second, a segment ten a frame, of which two run at the same time. */
  private void known() throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "INSERT INTO step_cost (address, busy, wall, units) VALUES"
              + " ('content.write-script', 50, 50, 0.02), ('speech.synthesize', 0.1, 0.1, 20),"
              + " ('materials.choose', 1, 1, 1), ('materials.compose-music', 0.1, 0.1, 10),"
              + " ('video.plan', 1, 1, 1), ('video.render-segment', 10, 5, 60),"
              + " ('video.mix-audio', 1, 1, 1), ('video.assemble', 1, 1, 1),"
              + " ('video.publish', 1, 1, 1)");
    }
  }

  @Test
  void whatStepsTakeIsLearntAndEstimatedByFromThenOn() throws Exception {
    Job first = bench.order("Coffee.");
    assertThat(first.secondsLeft()).isNull();
    bench.workUpToSegments();
    bench.complete(bench.take("video.encode"), Bench.json(Samples.rendered(0)));
    bench.complete(bench.take("video.encode"), Bench.json(Samples.rendered(0)));
    bench.work("video.cpu", 3);
    bench.awaitState(first.id(), JobState.COMPLETED);
    assertThat(bench.job(first.id()).secondsLeft()).isNull();
    bench.until(
        "all is learnt",
        () -> {
          try {
            return learnt().size() == 9;
          } catch (SQLException e) {
            throw new IllegalStateException(e);
          }
        });

    Job second = bench.order("Tea.");
    bench.take("content.network");
    assertThat(bench.job(second.id()).secondsLeft()).isNotNull();
  }

  @Test
  void theLongestWayThroughTheStepsIsForetoldAndWhatIsLeft() throws Exception {
    known();
    stop();
    bench = new Bench(test);
    bench.start(Bench.CONFIG);
    awaitBook();
    foretold();
    Job job = bench.order("Coffee.");
    bench.workUpToSegments();

    Job planned = bench.job(job.id());
    // Two segments of 30 frames, five seconds a frame, then two steps of a second each; the sound
    // is mixed meanwhile. (Samples of audio last 2 s.)
    assertThat(planned.secondsLeft()).isCloseTo(2 * 30 * 5 + 3, within(5));
    assertThat(planned.progress()).as("600 s of 616").isLessThan(0.05);

    bench.complete(bench.take("video.encode"), Bench.json(Samples.rendered(0)));
    assertThat(bench.job(job.id()).progress()).isCloseTo(0.5, within(0.03));
    bench.until("it is told", () -> told().size() > 5);
    assertThat(told()).allSatisfy(left -> assertThat(left).isBetween(0, 400));
  }

  /** 150 characters are 10 s, which are 300 frames; other sizes count by their pixels. */
  private void foretold() {
    VideoBrief brief = VideoBrief.builder().script("x".repeat(150)).build();

    TimeEstimate alone = estimate(brief);
    assertThat(alone.video()).isEqualTo(new Span(8, 10, 12));
    // Splitting the script, speech, music of 20 s, the plan, 300 frames, joining 10 s, publishing.
    assertThat(alone.making().likely()).isCloseTo(1 + 15 + 2 + 1 + 1500 + 10 + 1, within(0.1));
    assertThat(alone.making().low()).isBetween(300.0, 1500.0);
    assertThat(alone.making().high()).isGreaterThan(2 * 1500);
    assertThat(alone.measured()).isEqualTo(1);
    assertThat(alone.videos()).isPositive();
    assertThat(alone.queueSeconds()).isZero();
    Canvas quarter = new Canvas(540, 960, 30);
    assertThat(step(estimate(brief.but().canvas(quarter).build()), "segments"))
        .isCloseTo(step(alone, "segments") / 4, within(0.1));

    Job other = bench.order("Other.");
    assertThat(estimate(brief).ahead()).isEqualTo(1);
    assertThat(estimate(brief).queueSeconds()).isCloseTo(alone.making().likely(), within(0.1));
    Jobs.cancel(bench, other.id());
    bench.until(
        "nothing is left in the box", () -> bench.tickets.poll("content.network").isEmpty());
  }

  private TimeEstimate estimate(VideoBrief brief) {
    return answer(OrchestrationMessages.ESTIMATE_TIME.ask(bench.bus(), new EstimateTime(brief)));
  }

  private static double step(TimeEstimate estimate, String name) {
    return estimate.steps().stream()
        .filter(step -> step.step().equals(name))
        .findFirst()
        .orElseThrow()
        .seconds();
  }

  private List<Integer> told() {
    return bench.recorded.stream()
        .sorted(Comparator.comparingLong(JobEvent::sequence))
        .filter(event -> event.state() == JobState.RUNNING)
        .map(JobEvent::secondsLeft)
        .filter(left -> left != null)
        .toList();
  }

  /** Until a job that has begun is estimated by what is known. */
  private void awaitBook() {
    VideoBrief brief = VideoBrief.builder().script("x").build();
    bench.until("what is known has been read", () -> estimate(brief).measured() == 1);
  }

  private void stop() {
    test.vertx().deploymentIDs().forEach(bench::stop);
  }
}
