package io.moneyprinter.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.content.ContentMessages;
import io.moneyprinter.codecs.content.RewriteScene;
import io.moneyprinter.codecs.content.RewrittenScene;
import io.moneyprinter.codecs.content.Scene;
import io.moneyprinter.codecs.content.Script;
import io.moneyprinter.codecs.video.VideoBrief;
import io.moneyprinter.testsupport.Answers;
import io.moneyprinter.testsupport.TestNode;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One scene said otherwise by a model. */
class RewriteTest {
  private static final Script SCRIPT =
      new Script(
          "The sea",
          "en",
          List.of(
              new Scene(0, "The sea never sleeps.", List.of("ocean"), null),
              new Scene(1, "Fishermen know every current.", List.of("fishermen"), "They know")),
          "user",
          0);

  @RegisterExtension final TestNode test = TestNode.plain();

  private FakeModelServer model;

  @BeforeEach
  void start() {
    model = new FakeModelServer(test.vertx());
  }

  @Test
  void theModelSeesTheWholeScriptAndTheWish() {
    model.says(
        "{\"narration\": \"Every current has a name the old fishermen use.\","
            + " \"terms\": [\"old fisherman\", \"\", \"harbour\"], \"title\": \"They know\"}");
    deploy(Configs.one(model.baseUrl(), Duration.ofSeconds(9)));

    RewrittenScene scene = Answers.answer(ask("more of the old ones"));

    assertThat(scene.narration()).isEqualTo("Every current has a name the old fishermen use.");
    assertThat(scene.terms()).containsExactly("old fisherman", "harbour");
    assertThat(scene.title()).isEqualTo("They know");
    assertThat(scene.tokens()).isPositive();
    assertThat(model.asked().get(0).body().toString())
        .contains("1: The sea never sleeps.", "Reword scene 2", "more of the old ones");
  }

  @Test
  void anAnswerThatIsNoSceneIsAskedForOnceMore() {
    model
        .says("I cannot do that.")
        .says("{\"narration\": \"They know the water.\", \"terms\": [], \"title\": null}")
        .says("No.")
        .says("No.");
    deploy(Configs.one(model.baseUrl(), Duration.ofSeconds(9)));

    assertThat(Answers.answer(ask(null)).narration()).isEqualTo("They know the water.");
    ServiceFailure failure = Answers.failure(ask(null));
    assertThat(failure.code()).isEqualTo(FailureCode.UNAVAILABLE);
    assertThat(model.asked()).hasSize(4);
  }

  @Test
  void whatCannotBeWrittenIsRefusedWithTheWayOn() {
    deploy(Configs.none());
    assertThat(Answers.failure(ask(null)).getMessage()).contains("write the words yourself");
  }

  private Future<RewrittenScene> ask(String wish) {
    VideoBrief brief = VideoBrief.builder().topic("The sea").build();
    return ContentMessages.REWRITE_SCENE.ask(
        test.vertx().eventBus(), new RewriteScene(brief, SCRIPT, 1, wish));
  }

  private void deploy(ContentConfig config) {
    Answers.answer(test.vertx().deployVerticle(new WritingVerticle(config, test.node())));
  }
}
