package io.moneyprinter.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.content.ContentMessages;
import io.moneyprinter.codecs.content.Scene;
import io.moneyprinter.codecs.content.Script;
import io.moneyprinter.codecs.content.WriteScript;
import io.moneyprinter.codecs.speech.Delivery;
import io.moneyprinter.codecs.speech.NarrationBrief;
import io.moneyprinter.codecs.speech.Speech;
import io.moneyprinter.codecs.speech.SpeechMessages;
import io.moneyprinter.codecs.speech.Synthesize;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.video.SceneBrief;
import io.moneyprinter.codecs.video.VideoBrief;
import io.moneyprinter.codecs.video.WritingBrief;
import io.moneyprinter.platform.tasks.DirectTask;
import io.moneyprinter.testsupport.Answers;
import io.moneyprinter.testsupport.TestNode;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A video of so many seconds, with a voice of its own pace and a model that does not count well.
 */
class TargetLengthTest {
  private static final Pattern ASKED = Pattern.compile("(?:about|to) (\\d+) words in all");

  /** Slower than the first guess of 2.4 words a second, with a rest at every full stop. */
  private static final double WORDS_PER_SECOND = 2.1;

  private static final double FULL_STOP = 0.3;
  private static final double PACE_RESTS = 0.25 + 0.8;
  private static final double PACE_BETWEEN = 0.35 + 0.25;

  @RegisterExtension final TestNode test = TestNode.plain();

  private final List<Synthesize> spoken = new CopyOnWriteArrayList<>();
  private FakeModelServer model;

  @BeforeEach
  void start() {
    model = new FakeModelServer(test.vertx());
    Answers.answer(
        DirectTask.serve(
                test.vertx(),
                SpeechMessages.SYNTHESIZE,
                (request, task) -> {
                  spoken.add(request);
                  return Future.succeededFuture(
                      new Speech(
                          new Blob("0".repeat(64), 1, "audio/wav"),
                          seconds(request.text(), request.rate()),
                          List.of(),
                          "voice",
                          "test",
                          Speech.TimingSource.EXACT));
                })
            .completion());
    Answers.answer(
        test.vertx()
            .deployVerticle(
                new WritingVerticle(
                    Configs.one(model.baseUrl(), Duration.ofSeconds(9)), test.node())));
  }

  @ParameterizedTest
  @CsvSource({
    "15, 1.5",
    "30, 1.4",
    "60, 1.5",
    "180, 1.3",
    "15, 0.6",
    "30, 0.7",
    "60, 0.5",
    "180, 0.7"
  })
  void aModelThatWritesTooMuchOrTooLittleIsCorrectedAtMostTwice(double target, double habit) {
    answering(asked -> (int) Math.round(asked * habit));

    Script script = write(target);

    assertThat(total(script)).isBetween(target * 0.95, target * 1.05);
    assertThat(model.asked()).hasSizeLessThanOrEqualTo(3);
  }

  @Test
  void aModelThatIsRightFromTheStartIsNotAskedAgain() {
    // What the voice needs of the words that are asked for at first.
    answering(asked -> (int) Math.round(asked * 0.78));

    Script script = write(60);

    assertThat(total(script)).isBetween(57.0, 63.0);
    assertThat(model.asked()).hasSize(1);
    assertThat(script.notes()).isEmpty();
  }

  @Test
  void aModelThatNeverGetsShorterLosesSentencesBeforeTheEnd() {
    answering(asked -> 200);

    Script script = write(30);

    assertThat(total(script)).isBetween(28.5, 31.5);
    assertThat(model.asked()).hasSize(3);
    assertThat(script.notes()).hasSize(1);
    List<Scene> scenes = script.scenes();
    assertThat(scenes.get(0).narration()).startsWith("First");
    assertThat(scenes.get(scenes.size() - 1).narration()).endsWith("last word.");
  }

  @Test
  void aModelThatNeverGetsLongEnoughIsToldOf() {
    answering(asked -> 40);

    Script script = write(60);

    assertThat(script.notes()).hasSize(1);
    assertThat(script.notes().get(0)).contains("not the 60 s that were asked for");
    assertThat(script.rate()).isEqualTo(0.9);
  }

  @Test
  void aGivenTextIsSpokenFasterOrSlowerButNeverTouched() {
    String text = "One two three four five six seven. ".repeat(8).strip();
    double plain = total(given(text, null));

    Script fitted = given(text, plain * 1.05);
    Script tooLong = given(text, plain * 2);

    assertThat(total(fitted)).isBetween(plain * 1.03, plain * 1.07);
    assertThat(fitted.notes()).isEmpty();
    assertThat(String.join(" ", fitted.scenes().stream().map(Scene::narration).toList()))
        .isEqualTo(text);
    assertThat(tooLong.notes().get(0)).contains("left word for word");
    assertThat(model.asked()).isEmpty();
  }

  private Script given(String text, Double seconds) {
    VideoBrief brief =
        VideoBrief.builder()
            .script(text)
            .seed(1L)
            .writing(new WritingBrief(seconds, null, null, null, null, null))
            .build();
    return Answers.answer(
        ContentMessages.WRITE_SCRIPT.ask(test.vertx().eventBus(), new WriteScript(brief)));
  }

  @Test
  void whatIsMeasuredIsWhatTheJobWillAskFor() {
    NarrationBrief voices = new NarrationBrief(2.0, Map.of("Anna", "espeak:en"), null);
    Delivery slow = new Delivery(0.8, null, null);
    VideoBrief brief =
        VideoBrief.builder()
            .scenes(
                List.of(
                    new SceneBrief(
                        "Anna: Bees dance.",
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
                        null,
                        slow)))
            .narration(voices)
            .writing(new WritingBrief(20.0, null, null, null, null, null))
            .build();

    Answers.answer(
        ContentMessages.WRITE_SCRIPT.ask(test.vertx().eventBus(), new WriteScript(brief)));

    assertThat(spoken)
        .containsExactly(
            new Synthesize("Anna: Bees dance.", "en", "auto", 1, null, slow, voices, null));
  }

  @Test
  void withoutATargetNothingIsMeasured() {
    answering(asked -> asked);

    Script script =
        Answers.answer(
            ContentMessages.WRITE_SCRIPT.ask(
                test.vertx().eventBus(),
                new WriteScript(VideoBrief.builder().topic("Bees").seed(1L).build())));

    assertThat(script.rate()).isNull();
    assertThat(model.asked()).hasSize(1);
  }

  private void answering(IntUnaryOperator words) {
    for (int i = 0; i < 3; i++) {
      model.handles(
          request -> {
            String last =
                model.asked().get(model.asked().size() - 1).body().path("messages").toString();
            Matcher asked = ASKED.matcher(last);
            int number = 0;
            while (asked.find()) {
              number = Integer.parseInt(asked.group(1));
            }
            request
                .response()
                .putHeader("content-type", "application/json")
                .end(FakeModelServer.completion(script(words.applyAsInt(number)), "stop").encode());
          });
    }
  }

  /** Scenes of two sentences, of eight words each but for the last. */
  private static String script(int words) {
    JsonArray scenes = new JsonArray();
    StringBuilder narration = new StringBuilder();
    for (int said = 0; said < words; ) {
      int now = Math.min(8, words - said);
      said += now;
      String first = scenes.isEmpty() && narration.isEmpty() ? "First" : "Then";
      narration.append(first).append(" word".repeat(Math.max(0, now - 2)));
      narration.append(said == words ? " last word. " : " more. ");
      boolean full = narration.toString().split(" ").length >= 16;
      if (full || said == words) {
        scenes.add(
            new JsonObject()
                .put("narration", narration.toString().strip())
                .put("terms", new JsonArray().add("thing")));
        narration.setLength(0);
      }
    }
    return new JsonObject().put("title", "Words").put("scenes", scenes).encode();
  }

  private static double seconds(String text, double rate) {
    double stops = text.chars().filter(c -> c == '.').count() * FULL_STOP;
    return (text.split(" ").length / WORDS_PER_SECOND + stops) / rate;
  }

  private static double total(Script script) {
    double rate = script.rate() == null ? 1 : script.rate();
    double speech =
        script.scenes().stream().mapToDouble(scene -> seconds(scene.narration(), rate)).sum();
    return speech + PACE_RESTS + PACE_BETWEEN * (script.scenes().size() - 1);
  }

  private Script write(double seconds) {
    VideoBrief brief =
        VideoBrief.builder()
            .topic("Bees")
            .seed(1L)
            .writing(new WritingBrief(seconds, null, null, null, null, null))
            .build();
    return Answers.answer(
        ContentMessages.WRITE_SCRIPT.ask(test.vertx().eventBus(), new WriteScript(brief)));
  }
}
