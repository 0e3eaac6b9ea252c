package io.moneyprinter.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.content.ContentMessages;
import io.moneyprinter.codecs.content.Scene;
import io.moneyprinter.codecs.content.Script;
import io.moneyprinter.codecs.content.WriteScript;
import io.moneyprinter.codecs.speech.Delivery;
import io.moneyprinter.codecs.speech.NarrationBrief;
import io.moneyprinter.codecs.video.SceneBrief;
import io.moneyprinter.codecs.video.VideoBrief;
import io.moneyprinter.testsupport.Answers;
import io.moneyprinter.testsupport.TestNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OwnTextScriptTest {
  @RegisterExtension final TestNode test = TestNode.plain();

  @BeforeEach
  void deploy() {
    ContentConfig config = Configs.none();
    Answers.answer(test.vertx().deployVerticle(new WritingVerticle(config, test.node())));
  }

  @Test
  void givenScenesAreKeptWithTheirTermsAndTitles() {
    Script script =
        write(
            null,
            null,
            List.of(
                new SceneBrief("The sea  never\nsleeps.", List.of("ocean waves"), "Restless"),
                new SceneBrief("Fishermen know every current of the bay.", null, null)));

    assertThat(script.writer()).isEqualTo("user");
    assertThat(script.tokens()).isZero();
    assertThat(script.title()).isEqualTo("The sea never sleeps");
    assertThat(script.scenes().get(0))
        .isEqualTo(new Scene(0, "The sea never sleeps.", List.of("ocean waves"), "Restless"));
    assertThat(script.scenes().get(1).terms()).contains("fishermen", "bay");
    assertThat(script.scenes().get(1).title()).isNull();
  }

  @Test
  void speakersGoOnInTheNextSceneAndAreNoWordsOfTheText() {
    String turn =
        "Long before there were clocks, people told the time by the length of their own shadows"
            + " on the ground. At noon the shadow hides under your feet. In the evening it runs"
            + " ahead of you, many times taller than any house you know. ";
    VideoBrief brief =
        VideoBrief.builder()
            .script("Anna: " + turn + turn + "[pause 2s] Ben: And at night?")
            .narration(
                new NarrationBrief(null, Map.of("Anna", "espeak:en", "Ben", "mary:slt"), null))
            .build();

    Script script =
        Answers.answer(
            ContentMessages.WRITE_SCRIPT.ask(test.vertx().eventBus(), new WriteScript(brief)));

    assertThat(script.title()).startsWith("Long before");
    assertThat(script.scenes()).hasSizeGreaterThan(2);
    assertThat(script.scenes())
        .allSatisfy(
            scene -> {
              assertThat(scene.narration()).startsWith("Anna: ");
              assertThat(scene.terms()).doesNotContain("anna", "ben", "pause");
            });
    assertThat(script.scenes().get(script.scenes().size() - 1).narration())
        .endsWith("[pause 2s] Ben: And at night?");
  }

  @Test
  void aScenesOwnVoiceIsKept() {
    var spoken =
        new SceneBrief(
            "Fishermen know every current.",
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            "espeak:en",
            new Delivery(1.2, 2.0, -3.0));

    Scene scene = write(null, null, List.of(spoken)).scenes().get(0);

    assertThat(scene.voice()).isEqualTo("espeak:en");
    assertThat(scene.delivery()).isEqualTo(new Delivery(1.2, 2.0, -3.0));
  }

  @Test
  void aGivenTextIsCutIntoScenesAndNamedByItsFirstSentence() {
    String text =
        "Long before there were clocks, people told the time by the length of their own shadows"
            + " on the ground. At noon the shadow hides under your feet. In the evening it runs"
            + " ahead of you, many times taller than any house you know.";

    Script script = write(null, text, null);

    assertThat(script.title())
        .isEqualTo("Long before there were clocks, people told the time by the…");
    assertThat(String.join(" ", script.scenes().stream().map(Scene::narration).toList()))
        .isEqualTo(text);
    assertThat(script.scenes()).hasSizeGreaterThan(1).allMatch(s -> s.terms().size() >= 3);
  }

  @Test
  void aGivenTitleWins() {
    assertThat(write("Shadows", "Noon has none.", null).title()).isEqualTo("Shadows");
  }

  @Test
  void anEmptyBriefIsRefused() {
    VideoBrief empty = brief(null, "  ", null);

    ServiceFailure failure =
        Answers.failure(
            ContentMessages.WRITE_SCRIPT.ask(test.vertx().eventBus(), new WriteScript(empty)));

    assertThat(failure.code()).isEqualTo(FailureCode.INVALID);
    assertThat(failure.getMessage()).contains("The script is empty");
  }

  private Script write(String title, String script, List<SceneBrief> scenes) {
    return Answers.answer(
        ContentMessages.WRITE_SCRIPT.ask(
            test.vertx().eventBus(), new WriteScript(brief(title, script, scenes))));
  }

  private static VideoBrief brief(String title, String script, List<SceneBrief> scenes) {
    return VideoBrief.builder().title(title).script(script).scenes(scenes).seed(1L).build();
  }
}
