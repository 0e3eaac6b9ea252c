package io.moneyprinter.orchestration;

import static io.moneyprinter.testsupport.Answers.answer;
import static io.moneyprinter.testsupport.Answers.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.bus.Violation;
import io.moneyprinter.codecs.content.Scene;
import io.moneyprinter.codecs.content.Script;
import io.moneyprinter.codecs.materials.MaterialsMessages;
import io.moneyprinter.codecs.materials.VideoCandidates;
import io.moneyprinter.codecs.orchestration.CreateJob;
import io.moneyprinter.codecs.orchestration.Job;
import io.moneyprinter.codecs.orchestration.JobState;
import io.moneyprinter.codecs.orchestration.OrchestrationMessages;
import io.moneyprinter.codecs.orchestration.StepState;
import io.moneyprinter.codecs.storyboard.GetStoryboard;
import io.moneyprinter.codecs.storyboard.MadeScene;
import io.moneyprinter.codecs.storyboard.PutStoryboard;
import io.moneyprinter.codecs.storyboard.RenderStoryboard;
import io.moneyprinter.codecs.storyboard.Storyboard;
import io.moneyprinter.codecs.storyboard.StoryboardMessages;
import io.moneyprinter.codecs.storyboard.StoryboardScene;
import io.moneyprinter.codecs.video.Review;
import io.moneyprinter.codecs.video.SceneBrief;
import io.moneyprinter.codecs.video.VideoBrief;
import io.moneyprinter.testsupport.TestNode;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Looking at a video scene by scene, changing it, and making a video of the change. */
class StoryboardTest {
  @RegisterExtension final TestNode test = TestNode.withDatabases();
  private Bench bench;

  @BeforeEach
  void bench() {
    bench = new Bench(test);
    bench.start(Bench.CONFIG);
    MaterialsMessages.CANDIDATES.serve(
        bench.bus(), wish -> Future.succeededFuture(new VideoCandidates(List.of())));
  }

  private Job order(Review review) {
    VideoBrief brief = VideoBrief.builder().topic("Coffee").review(review).build();
    return answer(OrchestrationMessages.CREATE_JOB.ask(bench.bus(), new CreateJob(brief, null)));
  }

  /** A video whose scenes can be seen and heard, and that waits for its owner. */
  private Job waiting() {
    Job job = order(Review.SCENES);
    bench.work("content.network", 1);
    bench.work("speech.cpu", Samples.SCENES);
    bench.work("materials.network", 1);
    bench.until("it waits", () -> bench.step(job.id(), "look").state() == StepState.AWAITING);
    return job;
  }

  private Storyboard get(Job job) {
    return answer(StoryboardMessages.GET.ask(bench.bus(), new GetStoryboard(job.id())));
  }

  private Future<Storyboard> put(Job job, Integer expected, List<StoryboardScene> scenes) {
    return StoryboardMessages.PUT.ask(
        bench.bus(), new PutStoryboard(job.id(), expected, null, scenes));
  }

  private Future<Job> render(Job job, Integer expected) {
    return StoryboardMessages.RENDER.ask(
        bench.bus(), new RenderStoryboard(job.id(), expected, null, null));
  }

  private static StoryboardScene saying(StoryboardScene scene, String narration) {
    return new StoryboardScene(
        scene.id(),
        scene.origin(),
        new SceneBrief(narration, scene.scene().terms(), scene.scene().title()),
        null,
        scene.locked());
  }

  /** The last scene first and the first one said otherwise. */
  private static List<StoryboardScene> changed(Storyboard board) {
    List<StoryboardScene> scenes = new ArrayList<>(board.scenes());
    scenes.add(0, scenes.remove(scenes.size() - 1));
    scenes.set(1, saying(scenes.get(1), "Other words"));
    return scenes;
  }

  @Test
  void aWaitingVideoGoesOnByWhatItsOwnerChanged() {
    Job job = waiting();
    Storyboard board = get(job);
    assertThat(board.version()).isZero();
    assertThat(board.awaited()).isTrue();
    assertThat(board.made())
        .hasSize(Samples.SCENES)
        .allMatch(scene -> scene.seconds() == 2.5 && scene.shown().equals("generated"));

    Storyboard saved = answer(put(job, 0, changed(board)));
    assertThat(saved.version()).isEqualTo(1);
    assertThat(saved.changedBy()).isNotNull();
    assertThat(get(job)).isEqualTo(saved);
    assertThat(failure(put(job, 0, board.scenes())).code()).isEqualTo(FailureCode.CONFLICT);
    assertThat(failure(render(job, 0)).code()).isEqualTo(FailureCode.CONFLICT);

    Job going = answer(render(job, 1));
    assertThat(going.id()).isEqualTo(job.id());
    assertThat(going.state()).isEqualTo(JobState.RUNNING);
    assertThat(going.brief().topic()).isNull();
    assertThat(going.brief().scenes())
        .extracting(SceneBrief::narration)
        .containsExactly("Scene 2", "Other words", "Scene 1");
    assertThat(going.brief().materials().picks())
        .as("what is unchanged goes on showing what it shows")
        .containsOnlyKeys("0", "2");
    assertThat(answer(render(job, 1)).id()).as("asked twice, done once").isEqualTo(job.id());

    finish();
    bench.awaitState(job.id(), JobState.COMPLETED);
    assertThat(get(job).version()).isEqualTo(2);
    assertThat(get(job).scenes()).extracting(StoryboardScene::origin).containsExactly(0, 1, 2);
    bench.awaitUsage(JobState.COMPLETED);
  }

  private void finish() {
    List<Scene> scenes =
        List.of(
            new Scene(0, "Scene 2", List.of("coffee"), null),
            new Scene(1, "Other words", List.of("coffee"), null),
            new Scene(2, "Scene 1", List.of("coffee"), null));
    bench.complete(
        bench.take("content.network"), Bench.json(new Script("Coffee", "en", scenes, "user", 0)));
    bench.workUpToSegmentsAfterScript();
    bench.workFromSegments();
  }

  @Test
  void aWaitingVideoThatNobodyChangedGoesOnWithWhatItHas() {
    Job job = waiting();
    assertThat(answer(render(job, null)).id()).isEqualTo(job.id());
    assertThat(bench.step(job.id(), "script").state()).isEqualTo(StepState.DONE);
    bench.work("materials.cpu", 1);
    bench.work("video.cpu", 1);
    bench.workFromSegments();
    bench.awaitState(job.id(), JobState.COMPLETED);
  }

  @Test
  void aFinishedVideoStaysAndItsStoryboardMakesAnother() {
    Job job = order(Review.NONE);
    assertThat(
            failure(StoryboardMessages.GET.ask(bench.bus(), new GetStoryboard(job.id())))
                .getMessage())
        .contains("not written yet");
    bench.workUpToSegments();
    bench.workFromSegments();
    bench.awaitState(job.id(), JobState.COMPLETED);
    answer(put(job, null, changed(get(job))));

    Job other = answer(render(job, 1));
    assertThat(other.id()).isNotEqualTo(job.id());
    assertThat(other.rerunOf()).isEqualTo(job.id());
    assertThat(other.brief().review()).isEqualTo(Review.NONE);
    assertThat(other.brief().seed()).isEqualTo(job.brief().seed());
    assertThat(answer(render(job, 1)).id()).as("asked twice").isEqualTo(other.id());
    assertThat(bench.job(job.id()).state()).isEqualTo(JobState.COMPLETED);
  }

  @Test
  void whatMakesNoVideoIsRefusedWithItsPlace() {
    Job job = waiting();
    List<StoryboardScene> scenes = new ArrayList<>(get(job).scenes());
    scenes.set(0, saying(scenes.get(0), " "));
    assertThat(pointers(put(job, 0, scenes))).containsExactly("/scenes/0/scene/narration");
    scenes.set(0, saying(scenes.get(0), null));
    assertThat(pointers(put(job, 0, scenes))).containsExactly("/scenes/0/scene/narration");
    assertThat(pointers(put(job, 0, List.of()))).containsExactly("/scenes");
    StoryboardScene twin = get(job).scenes().get(0);
    assertThat(pointers(put(job, 0, List.of(twin, twin)))).containsExactly("/scenes/1/id");
    assertThat(pointers(put(job, 0, List.of(twin.from(9))))).containsExactly("/scenes/0/origin");
  }

  @Test
  void aLockedSceneIsMovedAndNothingElse() {
    Job job = waiting();
    List<StoryboardScene> scenes = new ArrayList<>(get(job).scenes());
    StoryboardScene first = scenes.get(0);
    scenes.set(0, new StoryboardScene(first.id(), 0, first.scene(), null, true));
    answer(put(job, 0, scenes));
    List<StoryboardScene> other = new ArrayList<>(scenes);
    other.set(0, saying(scenes.get(0), "Other words"));
    assertThat(pointers(put(job, 1, other))).containsExactly("/scenes/0");
    assertThat(pointers(put(job, 1, scenes.subList(1, 3)))).containsExactly("/scenes");
    assertThat(answer(put(job, 1, List.of(scenes.get(1), scenes.get(0)))).version()).isEqualTo(2);
  }

  @Test
  void anotherTenantSeesNothing() {
    Job job = waiting();
    assertThat(
            failure(
                    StoryboardMessages.GET.ask(
                        bench.bus(), new GetStoryboard(job.id()), Bench.tenant("other")))
                .code())
        .isEqualTo(FailureCode.NOT_FOUND);
    assertThat(
            failure(
                    StoryboardMessages.RENDER.ask(
                        bench.bus(),
                        new RenderStoryboard(job.id(), null, null, null),
                        Bench.tenant("other")))
                .code())
        .isEqualTo(FailureCode.NOT_FOUND);
    assertThat(get(job).made()).extracting(MadeScene::index).containsExactly(0, 1, 2);
  }

  private static List<String> pointers(Future<?> refused) {
    ServiceFailure failure = failure(refused);
    assertThat(failure.code()).isEqualTo(FailureCode.INVALID);
    return failure.violations().stream().map(Violation::pointer).toList();
  }
}
