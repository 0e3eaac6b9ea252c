package io.moneyprinter.orchestration.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.MessageCatalogue;
import io.moneyprinter.codecs.config.ConfigMessages;
import io.moneyprinter.codecs.json.RecordJson;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Time limits, conditions, decisions, compensations and needs, as workflows write them. */
class WorkflowFeaturesTest {
  private static final String MUSIC = "  - name: music\n    service: materials\n";
  private static final String APPROVAL =
      """
        - name: agree
          depends_on: [script]
          approval: { timeout: 90m, then: reject, show: $script }

      """;

  private final WorkflowReader reader = new WorkflowReader(MessageCatalogue.all());
  private final String shipped =
      WorkflowLibrary.open(reader, Optional.empty(), "video-generation")
          .current("video-generation")
          .source()
          .replace("approval: { timeout: 24h", "approval: { timeout: 20m");

  @Test
  void everythingIsReadAsItIsWritten() {
    Workflow read =
        reader.read(
            "edited",
            edited("result: publish", "result: publish\ntimeout: 2h")
                .replace("  - name: speech\n", APPROVAL + "  - name: speech\n")
                .replace("music: $music\n", "music: $music ?? null\n")
                .replace(
                    MUSIC,
                    MUSIC
                        + "    when: $input.music.mood != 'none'\n"
                        + "    needs: { cpu: 0.5, memory: 300, gpu: 0 }\n"
                        + "    retries: { on: [TIMEOUT, QUOTA] }\n"
                        + "    compensate:\n"
                        + "      service: config\n      endpoint: put\n      timeout: 7s\n"
                        + "      retries: { count: 9 }\n"
                        + "      with: { key: $result.title, value: $input.voice,"
                        + " expectedVersion: null }\n"));
    assertThat(read.timeout()).contains(Duration.ofHours(2));
    WorkflowStep music = read.step("music");
    assertThat(music.when().orElseThrow()).hasToString("$input.music.mood != \"none\"");
    assertThat(music.needs()).isEqualTo(new Needs(0.5, 300L, 0));
    assertThat(music.retries().covers(FailureCode.QUOTA)).isTrue();
    assertThat(music.retries().covers(FailureCode.UNAVAILABLE)).isFalse();
    Compensation undo = music.compensation().orElseThrow();
    assertThat(undo.call()).isEqualTo(ConfigMessages.PUT);
    assertThat(undo.timeout()).isEqualTo(Duration.ofSeconds(7));
    assertThat(undo.retries().count()).isEqualTo(9);
    Action.Ask ask = (Action.Ask) read.step("agree").action();
    assertThat(ask.silence()).isEqualTo(Action.Silence.REJECT);
    assertThat(ask.timeout()).isEqualTo(Duration.ofMinutes(90));
    assertThat(read.from("music"))
        .containsExactly("music", "plan", "segments", "audio", "assemble", "publish");
  }

  @Test
  void whatMayBeSkippedIsOnlyUsedWhereThatIsSaid() {
    String when = "    when: $input.music.mood != 'none'\n";
    String skipped = edited(MUSIC, MUSIC + when);
    assertThat(problems(skipped))
        .containsExactly(nullable("plan", "Music"), nullable("publish", "Music"));
    String said = skipped.replace("music: $music\n", "music: $music ?? null\n");
    assertThat(reader.read("edited", said).step("music").when()).isPresent();
    // The same condition on both: either both are done or none is.
    String plan = "  - name: plan\n    service: video\n";
    assertThat(problems(skipped.replace(plan, plan + when)))
        .doesNotContain(nullable("plan", "Music"));
    assertThat(problems(skipped.replace(plan, plan + "    when: $music != null\n")))
        .doesNotContain(nullable("plan", "Music"));
  }

  @Test
  void aPlainNumberMayStandInForWhatIsSkipped() {
    String script = "  - name: script\n    service: content\n";
    String text =
        edited(script, script + "    when: $input.timeline == null\n")
            .replace("seconds: sum($speech[*].seconds) + 10", "seconds: $script.tokens")
            .replace(
                "compose-music\n    depends_on: [speech]",
                "compose-music\n    depends_on: [speech, script]");
    assertThat(problems(text))
        .anySatisfy(
            problem ->
                assertThat(problem)
                    .startsWith(
                        "step music: seconds wants double, but $script.tokens is null when step"
                            + " script is skipped"));
    assertThat(problems(text.replace("$script.tokens", "$script.tokens ?? 30")))
        .noneSatisfy(problem -> assertThat(problem).startsWith("step music"));
  }

  private static String nullable(String step, String type) {
    return "step "
        + step
        + ": music wants "
        + type
        + ", but $music is null when step music is skipped: write $music ?? null where null will"
        + " do, or ?? another value, or give this step the same when";
  }

  @Test
  void theResultIsNeverSkipped() {
    assertThat(
            problems(
                edited("  - name: publish\n", "  - name: publish\n    when: $input.rate > 1\n")))
        .containsExactly(
            "result: step publish may be skipped: a job ends with a step that has no when");
  }

  @Test
  void conditionsThatMakeNoSenseAreRefused() {
    assertThat(condition("$input.rate"))
        .containsExactly("step music: when wants true or false, but $input.rate is Double");
    assertThat(condition("$input.voice > 3"))
        .containsExactly(
            "step music: when compares with >, which wants numbers, but $input.voice is not");
    assertThat(condition("$input.rate == 'fast'"))
        .containsExactly(
            "step music: when compares $input.rate with \"fast\", which are never equal");
    assertThat(condition("$input.music.mood == 'gloomy'")).isNotEmpty();
    assertThat(condition("$input.rate >"))
        .singleElement()
        .asString()
        .startsWith("step music: when: '$input.rate >' is not understood: write ");
    assertThat(condition("$plan.timeline == null"))
        .containsExactly(
            "step music: $plan is used, but the step does not depend on it: add plan to"
                + " depends_on");
  }

  @Test
  void decisionsAreCheckedWithTheirTime() {
    String asked = edited("  - name: speech\n", APPROVAL + "  - name: speech\n");
    assertThat(problems(asked.replace("90m, then: reject", "90m, then: shrug")))
        .containsExactly("step agree: approval.then must be approve, reject or fail, not shrug");
    assertThat(problems(asked.replace("result: publish", "result: publish\ntimeout: 30m")))
        .containsExactly(
            "step agree: approval.timeout must be shorter than the timeout of the whole job");
    assertThat(problems(asked.replace("- name: agree\n", "- name: agree\n    service: video\n")))
        .singleElement()
        .asString()
        .startsWith("step agree: a person's approval: goes with ");
  }

  @Test
  void compensationsAndNeedsAreChecked() {
    String undo =
        "    compensate: { service: config, endpoint: %s, with: { key: %s, value: x,"
            + " expectedVersion: null } }\n";
    assertThat(problems(edited(MUSIC, MUSIC + undo.formatted("take-back", "a"))))
        .singleElement()
        .asString()
        .startsWith("step music: compensate: config.take-back is not known; known are ");
    assertThat(problems(edited(MUSIC, MUSIC + undo.formatted("put", "$result.seconds"))))
        .containsExactly("step music: compensate: key wants String, but $result.seconds is double");
    assertThat(problems(edited(MUSIC, MUSIC + undo.formatted("put", "$plan"))))
        .anySatisfy(problem -> assertThat(problem).contains("add plan to depends_on"));
    assertThat(problems(edited(MUSIC, MUSIC + "    needs: { cpu: -1 }\n")))
        .singleElement()
        .asString()
        .contains("needs.cpu must be 0 to 1024 cores");
    assertThat(problems(edited(MUSIC, MUSIC + "    retries: { on: [BOREDOM] }\n")))
        .singleElement()
        .asString()
        .startsWith("step music: retries.on names BOREDOM, which is no failure");
    assertThat(problems(edited("result: publish", "result: publish\ntimeout: long")))
        .containsExactly("timeout: 'long' is not a time such as 500ms, 60s, 5m or 2h");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "$input.a == null, true",
        "$input.n == 2.0, true",
        "$input.n > 1 and $input.n <= 2, true",
        "$input.n < 2 or $input.s == 'x', true",
        "not $input.flag, false",
        "not ($input.flag and $input.a == null), false",
        "$input.a > 1, false",
        "$input.missing, false",
        "sum($input.list) >= 6, true",
        "$input.s != \"x\", false",
        "true or false and false, true"
      })
  void conditionsHoldOrNot(String text, boolean holds) {
    Map<String, JsonNode> roots =
        Map.of("input", json("{\"n\":2,\"s\":\"x\",\"flag\":true,\"list\":[1,2,3],\"a\":null}"));
    assertThat(ConditionReader.read(text).holds(roots)).isEqualTo(holds);
  }

  @Test
  void theSecondIsTakenWhereTheFirstIsNull() {
    Expression either = ExpressionReader.read("$input.a ?? $input.b ?? 3");
    assertThat(either.evaluate(Map.of("input", json("{\"b\":\"x\"}"))).asText()).isEqualTo("x");
    assertThat(either.evaluate(Map.of("input", json("{}"))).asInt()).isEqualTo(3);
    assertThatThrownBy(() -> ConditionReader.read("$input.a ==")).hasMessageContaining("write");
  }

  private List<String> condition(String when) {
    return problems(
        edited(MUSIC, MUSIC + "    when: \"" + when.replace("\"", "\\\"") + "\"\n")
            .replace("music: $music\n", "music: $music ?? null\n"));
  }

  private String edited(String from, String to) {
    assertThat(shipped).contains(from);
    return shipped.replace(from, to);
  }

  private List<String> problems(String text) {
    InvalidWorkflow invalid =
        catchThrowableOfType(InvalidWorkflow.class, () -> reader.read("edited", text));
    assertThat(invalid).isNotNull();
    return invalid.problems();
  }

  private static JsonNode json(String text) {
    try {
      return RecordJson.wire().readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
