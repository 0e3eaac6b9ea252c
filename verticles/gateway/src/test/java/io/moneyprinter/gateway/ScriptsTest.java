package io.moneyprinter.gateway;

import static io.moneyprinter.gateway.RunningGateway.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.content.ContentMessages;
import io.moneyprinter.codecs.content.Scene;
import io.moneyprinter.codecs.content.Script;
import io.moneyprinter.codecs.content.SocialPlatform;
import io.moneyprinter.codecs.content.VideoMetadata;
import io.moneyprinter.codecs.content.WriteMetadata;
import io.moneyprinter.codecs.content.WriteScript;
import io.moneyprinter.gateway.auth.AuthMode;
import io.moneyprinter.platform.tasks.DirectTask;
import io.moneyprinter.testsupport.TestNode;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Scripts and metadata without a video, as they travel from HTTP to the content service. */
class ScriptsTest {
  @RegisterExtension final TestNode test = TestNode.plain();
  private RunningGateway gateway;
  private volatile WriteScript script;
  private volatile WriteMetadata metadata;

  @BeforeEach
  void start() {
    gateway = RunningGateway.start(test.node(), AuthMode.LOCAL);
    DirectTask.serve(
        test.vertx(),
        ContentMessages.WRITE_SCRIPT,
        (wish, task) -> {
          script = wish;
          return Future.succeededFuture(
              new Script(
                  "Cats", "en", List.of(new Scene(0, "They purr.", List.of(), null)), "user", 7));
        });
    DirectTask.serve(
        test.vertx(),
        ContentMessages.WRITE_METADATA,
        (wish, task) -> {
          metadata = wish;
          return Future.succeededFuture(new VideoMetadata("Purr", List.of(), "script"));
        });
  }

  @Test
  void aBriefIsAnsweredWithItsScenes() {
    JsonObject answer =
        gateway.post("/v1/scripts", "{\"topic\":\"cats\",\"language\":\"en\"}").bodyAsJsonObject();

    assertThat(script.brief().topic()).isEqualTo("cats");
    assertThat(answer.getJsonArray("scenes").getJsonObject(0).getString("narration"))
        .isEqualTo("They purr.");
    assertThat(answer.getInteger("tokens")).isEqualTo(7);
  }

  @Test
  void metadataIsWrittenForTheNamedPlatforms() {
    JsonObject answer =
        gateway
            .post("/v1/metadata", "{\"script\":\"Cats purr.\",\"writing\":{\"platforms\":[\"x\"]}}")
            .bodyAsJsonObject();

    assertThat(metadata.script()).isNull();
    assertThat(metadata.brief().writing().platforms()).containsExactly(SocialPlatform.X);
    assertThat(answer.getString("thumbnail")).isEqualTo("Purr");
  }

  @Test
  void whatSaysNothingHasNoScript() {
    assertThat(problem(gateway.post("/v1/scripts", "{\"language\":\"en\"}")).encode())
        .contains("Give one of script");
  }
}
