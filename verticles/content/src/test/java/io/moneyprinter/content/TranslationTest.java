package io.moneyprinter.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.content.ContentMessages;
import io.moneyprinter.codecs.content.Scene;
import io.moneyprinter.codecs.content.Script;
import io.moneyprinter.codecs.content.WriteScript;
import io.moneyprinter.codecs.video.SceneBrief;
import io.moneyprinter.codecs.video.VideoBrief;
import io.moneyprinter.codecs.video.WritingBrief;
import io.moneyprinter.testsupport.Answers;
import io.moneyprinter.testsupport.TestNode;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TranslationTest {
  @RegisterExtension final TestNode test = TestNode.plain();

  private FakeModelServer model;

  @BeforeEach
  void start() {
    model = new FakeModelServer(test.vertx());
  }

  @Test
  void scenesKeepTheirPicturesAndChangeTheirWords() {
    model.says(
        "{\"title\": \"Das Meer\", \"scenes\": [{\"index\": 1, \"narration\": \"Das Meer schläft nie.\","
            + " \"title\": \"Rastlos\"}, {\"index\": 2, \"narration\": \"Die Fischer kennen jede"
            + " Strömung.\", \"title\": null}]}");
    deploy(Configs.one(model.baseUrl(), Duration.ofSeconds(9)));

    Script script = Answers.answer(ask("de"));

    assertThat(script.language()).isEqualTo("de");
    assertThat(script.title()).isEqualTo("Das Meer");
    assertThat(script.scenes())
        .containsExactly(
            new Scene(0, "Das Meer schläft nie.", List.of("ocean waves"), "Rastlos"),
            new Scene(1, "Die Fischer kennen jede Strömung.", List.of("fishermen"), null));
    assertThat(model.asked().get(0).body().toString())
        .contains("English (en)", "German (de)", "2: Fishermen know every current.");
  }

  @Test
  void whatWasLeftOutOrLeftInTheOldLanguageIsAskedForAgainByItself() {
    model
        .says(
            "{\"title\": \"Море\", \"scenes\": [{\"index\": 1, \"narration\": \"Море никогда не"
                + " спит.\"}, {\"index\": 2, \"narration\": \"Fishermen know every current.\"}]}")
        .says("{\"scenes\": [{\"index\": 2, \"narration\": \"Рыбаки знают каждое течение.\"}]}");
    deploy(Configs.one(model.baseUrl(), Duration.ofSeconds(9)));

    Script script = Answers.answer(ask("ru"));
    Answers.answer(ask("ru"));

    assertThat(script.scenes())
        .extracting(Scene::narration)
        .containsExactly("Море никогда не спит.", "Рыбаки знают каждое течение.");
    assertThat(model.asked()).hasSize(2);
    assertThat(model.asked().get(1).body().toString())
        .contains("2: Fishermen")
        .doesNotContain("1: The sea");
  }

  @Test
  void withoutAModelTheRefusalNamesTheWaysOn() {
    deploy(Configs.none());

    ServiceFailure failure = Answers.failure(ask("de"));

    assertThat(failure.violations()).extracting("pointer").containsExactly("/writing/translateTo");
  }

  private Future<Script> ask(String target) {
    VideoBrief brief =
        VideoBrief.builder()
            .title("The sea")
            .scenes(
                List.of(
                    new SceneBrief("The sea never sleeps.", List.of("ocean waves"), "Restless"),
                    new SceneBrief("Fishermen know every current.", List.of("fishermen"), null)))
            .seed(1L)
            .writing(new WritingBrief(null, null, null, null, null, null, null, target))
            .build();
    return ContentMessages.WRITE_SCRIPT.ask(test.vertx().eventBus(), new WriteScript(brief));
  }

  private void deploy(ContentConfig config) {
    Answers.answer(test.vertx().deployVerticle(new WritingVerticle(config, test.node())));
  }
}
