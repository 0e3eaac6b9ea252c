package io.moneyprinter.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.content.ContentMessages;
import io.moneyprinter.codecs.content.Scene;
import io.moneyprinter.codecs.content.Script;
import io.moneyprinter.codecs.content.WriteScript;
import io.moneyprinter.codecs.speech.Speech;
import io.moneyprinter.codecs.speech.SpeechMessages;
import io.moneyprinter.codecs.speech.Synthesize;
import io.moneyprinter.codecs.video.VideoBrief;
import io.moneyprinter.codecs.video.WritingBrief;
import io.moneyprinter.content.ContentConfig;
import io.moneyprinter.content.ContentVerticle;
import io.moneyprinter.platform.settings.SettingsBinder;
import io.moneyprinter.platform.settings.YamlLayer;
import io.moneyprinter.speech.SpeechConfig;
import io.moneyprinter.speech.SpeechVerticle;
import io.moneyprinter.testsupport.Answers;
import io.moneyprinter.testsupport.ProviderStub;
import io.moneyprinter.testsupport.TestEngines;
import io.moneyprinter.testsupport.TestNode;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scripts of a wanted length, with the offline voices and a model that cannot count. */
class ScriptLengthTest {
  private static final Pattern ASKED = Pattern.compile("(?:about|to) (\\d+) words in all");
  private static final Map<String, String> TEXTS =
      Map.of(
          "en",
          "Twice a day the sea comes back to the shore. The moon pulls at the water, and the water"
              + " follows her around the whole world. Fishermen have known that for as long as there"
              + " have been boats. They look at the sky in the evening and know when to get up. Some"
              + " bays are so narrow that the flood rises as high as a house. Elsewhere it hardly"
              + " wets the sand. Whoever walks there in the morning finds what the night has left.",
          "de",
          "Zweimal am Tag kommt das Meer zurück an den Strand. Der Mond zieht am Wasser, und das"
              + " Wasser folgt ihm um die ganze Welt. Das wissen die Fischer, seit es Boote gibt. Sie"
              + " sehen am Abend in den Himmel und wissen, wann sie aufstehen müssen. Manche Buchten"
              + " sind so eng, dass die Flut so hoch steigt wie ein Haus. Anderswo macht sie kaum den"
              + " Sand nass. Wer dort am Morgen geht, findet, was die Nacht gebracht hat.");

  /** What a planner that fades adds: see ScenePace. */
  private static final double ENDS = 0.25 + 0.8;

  private static final double BETWEEN = 0.35 + 0.25;

  private static final TestNode NODE = TestNode.withDatabases();

  /** The voices take longer to load than to speak: all scripts are spoken by the same ones. */
  @RegisterExtension
  static final BeforeAllCallback DEPLOYED =
      test -> {
        NODE.open(TestEngines.of(test));
        SpeechConfig speech = services("").speech();
        Answers.answer(NODE.vertx().deployVerticle(new SpeechVerticle(speech, NODE.node())), 60);
      };

  record Services(ContentConfig content, SpeechConfig speech) {}

  @AfterAll
  static void stop() {
    NODE.close();
  }

  @ParameterizedTest
  @CsvSource({
    "en, 15, 1.6",
    "en, 30, 0.6",
    "en, 60, 1.4",
    "de, 15, 0.5",
    "de, 30, 1.5",
    "de, 180, 0.7"
  })
  void theVideoIsAsLongAsWasAskedFor(String language, double target, double habit) {
    ProviderStub model = new ProviderStub(NODE.vertx());
    model.otherwise(request -> answer(request, model, TEXTS.get(language), habit));
    ContentConfig content = services("base-url: '" + model.address() + "'").content();
    String writer =
        Answers.answer(NODE.vertx().deployVerticle(new ContentVerticle(content, NODE.node())));
    VideoBrief brief =
        VideoBrief.builder()
            .topic("Tides")
            .language(language)
            .seed(1L)
            .writing(new WritingBrief(target, null, null, null, null, null))
            .build();

    Script script =
        Answers.answer(
            ContentMessages.WRITE_SCRIPT.ask(NODE.vertx().eventBus(), new WriteScript(brief)), 120);

    assertThat(total(script)).isBetween(target * 0.95, target * 1.05);
    assertThat(model.asked()).hasSizeLessThanOrEqualTo(3);
    Answers.answer(NODE.vertx().undeploy(writer));
  }

  private static Services services(String model) {
    String settings =
        "content: {llm: {%s}}\nspeech: {providers: [mary, espeak], preload: false}"
            .formatted(model);
    return SettingsBinder.bind(
        Services.class, YamlLayer.read("test.yaml", new StringReader(settings)), Map.of());
  }

  /** As many words as it was asked for last, times its habit. */
  private static void answer(
      HttpServerRequest request, ProviderStub model, String text, double habit) {
    Matcher asked = ASKED.matcher(model.last().body().toString());
    int words = 0;
    while (asked.find()) {
      words = (int) Math.round(Integer.parseInt(asked.group(1)) * habit);
    }
    JsonObject message = new JsonObject().put("content", script(text.split(" "), words));
    request
        .response()
        .putHeader("content-type", "application/json")
        .end(
            new JsonObject()
                .put(
                    "choices",
                    new JsonArray()
                        .add(new JsonObject().put("message", message).put("finish_reason", "stop")))
                .encode());
  }

  /** Scenes of two sentences each, the last one cut where the words end. */
  private static String script(String[] text, int words) {
    JsonArray scenes = new JsonArray();
    StringBuilder narration = new StringBuilder();
    int sentences = 0;
    for (int i = 0; i < words; i++) {
      String word = text[i % text.length];
      narration.append(word).append(' ');
      sentences += word.endsWith(".") ? 1 : 0;
      if (sentences == 2 || i == words - 1) {
        scenes.add(new JsonObject().put("narration", narration.toString().strip()));
        narration.setLength(0);
        sentences = 0;
      }
    }
    return new JsonObject().put("title", "Tides").put("scenes", scenes).encode();
  }

  private double total(Script script) {
    double rate = script.rate() == null ? 1 : script.rate();
    List<Scene> scenes = script.scenes();
    double seconds = ENDS + BETWEEN * (scenes.size() - 1);
    for (Scene scene : scenes) {
      Speech speech =
          Answers.answer(
              SpeechMessages.SYNTHESIZE.ask(
                  NODE.vertx().eventBus(),
                  new Synthesize(scene.narration(), script.language(), "auto", rate)),
              60);
      seconds += speech.seconds();
    }
    return seconds;
  }
}
