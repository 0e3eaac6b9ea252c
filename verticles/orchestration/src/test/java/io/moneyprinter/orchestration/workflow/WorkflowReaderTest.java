package io.moneyprinter.orchestration.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.moneyprinter.codecs.bus.MessageCatalogue;
import io.moneyprinter.codecs.speech.SpeechMessages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkflowReaderTest {
  private final WorkflowReader reader = new WorkflowReader(MessageCatalogue.all());
  private final Workflow shipped =
      WorkflowLibrary.open(reader, Optional.empty(), "video-generation")
          .current("video-generation");

  @Test
  void theShippedWorkflowFitsTheServices() {
    assertThat(shipped.id()).isEqualTo("video-generation/3");
    assertThat(shipped.steps())
        .extracting(WorkflowStep::name)
        .containsExactly(
            "script",
            "review",
            "speech",
            "materials",
            "look",
            "music",
            "plan",
            "segments",
            "audio",
            "assemble",
            "publish");
    WorkflowStep speech = shipped.step("speech");
    assertThat(speech.task()).isEqualTo(SpeechMessages.SYNTHESIZE);
    assertThat(speech.timeout()).isEqualTo(Duration.ofMinutes(5));
    assertThat(speech.fansOut()).isTrue();
    assertThat(speech.references()).containsExactly("script");
    assertThat(speech.retries()).isEqualTo(RetryRule.DEFAULT);
  }

  @Test
  void theShippedWorkflowForTimelinesFitsTheServicesToo() {
    WorkflowLibrary library =
        WorkflowLibrary.open(reader, Optional.empty(), "video-generation", "timeline-render");

    assertThat(library.current("video-generation")).isEqualTo(shipped);
    assertThat(library.current("timeline-render").steps())
        .extracting(WorkflowStep::name)
        .containsExactly("plan", "segments", "audio", "assemble", "publish");
  }

  @Test
  void aListWhereTheOtherTypeIsWantedIsNamedWithBothTypes() {
    assertThat(
            problemsWith(
                "      speech: $speech\n      materials",
                "      speech: $script.scenes\n      materials"))
        .contains("step plan: speech wants List<Speech>, but $script.scenes is List<Scene>");
  }

  @Test
  void aTextWhereANumberIsWantedIsRefused() {
    assertThat(problemsWith("rate: $script.rate ?? $input.rate", "rate: $input.voice"))
        .containsExactly("step speech: rate wants double, but $input.voice is String");
    assertThat(problemsWith("rate: $script.rate ?? $input.rate", "rate: fast"))
        .containsExactly("step speech: rate wants double, but \"fast\" is not one");
  }

  @Test
  void aPlainValueOfTheRightTypeIsTaken() {
    Workflow edited =
        reader.read("edited", edited("rate: $script.rate ?? $input.rate", "rate: 1.25"));
    assertThat(edited.step("speech").with().get("rate")).hasToString("1.25");
    assertThat(reader.read("edited", edited("mood: $input.music.mood", "mood: calm"))).isNotNull();
    assertThat(problemsWith("mood: $input.music.mood", "mood: gloomy"))
        .containsExactly("step music: mood wants Mood, but \"gloomy\" is not one");
  }

  @Test
  void aComponentThatTheTypeDoesNotHaveIsNamed() {
    assertThat(problemsWith("$script.scenes", "$script.acts"))
        .contains("step speech: $script is Script, which has no acts");
  }

  @Test
  void itemsAreOnlyTakenOfLists() {
    assertThat(problemsWith("$speech[*].seconds", "$script[*].seconds"))
        .containsExactly("step music: $script is Script, which has no items to take [*] of");
    assertThat(problemsWith("$speech[*].seconds", "$speech.seconds"))
        .containsExactly("step music: $speech is List<Speech>, which has no seconds");
    assertThat(problemsWith("for_each: $plan.segments", "for_each: $plan.timeline"))
        .contains("step segments: for_each wants a list, but $plan.timeline is Timeline");
  }

  @Test
  void aRequestComponentThatIsNotGivenIsNamedWithItsType() {
    assertThat(problemsWith("      seed: $input.seed\n\n  # Only", "\n  # Only"))
        .containsExactly(
            "step materials: ChooseMaterials wants seed (long), which with: does not give");
  }

  @Test
  void aRequestComponentThatDoesNotExistIsNamed() {
    assertThat(
            problemsWith("rate: $script.rate ?? $input.rate", "rate: $input.rate\n      pitch: 2"))
        .containsExactly("step speech: Synthesize has no pitch");
  }

  @Test
  void anUnknownEndpointIsRefusedWithThoseThatExist() {
    assertThat(problemsWith("endpoint: mix-audio", "endpoint: mix"))
        .anySatisfy(
            problem ->
                assertThat(problem)
                    .startsWith("step audio: video.mix is not known; tasks are content."));
    assertThat(problemsWith("endpoint: mix-audio", "endpoint: probe"))
        .anySatisfy(
            problem ->
                assertThat(problem)
                    .startsWith("step audio: video.probe answers at once and is not a task"));
  }

  @Test
  void aCircleIsShown() {
    assertThat(
            problemsWith(
                "depends_on: [script, review]\n    timeout: 5m\n    weight: 12",
                "depends_on: [script, review, plan]\n    timeout: 5m\n    weight: 12"))
        .containsExactly(
            "step speech waits for itself: speech → plan → speech;"
                + " take one depends_on of these away");
  }

  @Test
  void aStepUsedWithoutDependingOnItIsRefused() {
    assertThat(
            problemsWith(
                "depends_on: [plan]\n    timeout: 10m", "depends_on: [music]\n    timeout: 10m"))
        .contains(
            "step audio: $plan is used, but the step does not depend on it: add plan to"
                + " depends_on");
    assertThat(problemsWith("depends_on: [assemble]", "depends_on: [assembly]"))
        .containsExactly("step publish depends on assembly, which is not a step");
  }

  @Test
  void aMisspeltKeyIsNamedWithItsPlace() {
    assertThat(problemsWith("    timeout: 30m", "    time_out: 30m"))
        .singleElement()
        .asString()
        .startsWith("steps[7].time_out is not known here; known are [");
  }

  @Test
  void brokenYamlIsToldWithItsLine() {
    assertThat(problemsWith("name: video-generation", "name: [video-generation"))
        .singleElement()
        .asString()
        .startsWith("this is not YAML")
        .contains("line ");
    assertThat(problems("")).containsExactly("the file is empty");
  }

  @Test
  void aWrongTimeOrRetryRuleIsRefused() {
    assertThat(problemsWith("timeout: 30m", "timeout: half an hour"))
        .contains("step segments: 'half an hour' is not a time such as 500ms, 60s, 5m or 2h");
    assertThat(problemsWith("jitter: 0.5", "jitter: 5"))
        .containsExactly("retries: retries.jitter must be 0 to 1, not 5.0");
  }

  @Test
  void anExpressionThatIsNotUnderstoodIsRefusedWithWhatWouldBe() {
    assertThat(problemsWith("voice: $input.voice", "voice: $input.[0]"))
        .singleElement()
        .asString()
        .startsWith("step speech: '$input.[0]' is not understood: write ");
    assertThat(problemsWith("sum($speech[*].seconds)", "sum($speech[*].voice)"))
        .containsExactly(
            "step music: sum wants a list of numbers, but $speech[*].voice is List<String>");
  }

  @Test
  void theResultHasToBeAPublication() {
    assertThat(problemsWith("result: publish", "result: assemble"))
        .containsExactly(
            "result: step assemble gives List<Rendition>, but a job ends with Publication");
  }

  @Test
  void aFileOfTheOperatorsFolderComesBeforeTheShippedOne(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("mine.yaml"), edited("version: 3", "version: 4"));
    assertThat(
            WorkflowLibrary.open(reader, Optional.of(folder), "video-generation")
                .current("video-generation")
                .id())
        .isEqualTo("video-generation/4");
    Files.writeString(folder.resolve("twin.yaml"), shipped.source());
    assertThat(
            catchThrowableOfType(
                    InvalidWorkflow.class,
                    () -> WorkflowLibrary.open(reader, Optional.of(folder), "video-generation"))
                .problems())
        .containsExactly(
            "another file of the folder is called video-generation too: keep one of them");
  }

  @Test
  void aWorkflowThatIsNowhereStopsTheStart() {
    assertThat(
            catchThrowableOfType(
                InvalidWorkflow.class,
                () -> WorkflowLibrary.open(reader, Optional.empty(), "feature-film")))
        .hasMessageContaining("neither shipped nor in a folder of yours");
  }

  private String edited(String from, String to) {
    assertThat(shipped.source()).contains(from);
    return shipped.source().replaceFirst(Pattern.quote(from), Matcher.quoteReplacement(to));
  }

  private List<String> problemsWith(String from, String to) {
    return problems(edited(from, to));
  }

  private List<String> problems(String text) {
    return catchThrowableOfType(InvalidWorkflow.class, () -> reader.read("edited", text))
        .problems();
  }
}
