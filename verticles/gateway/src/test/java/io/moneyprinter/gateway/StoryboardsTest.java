package io.moneyprinter.gateway;

import static io.moneyprinter.gateway.RunningGateway.problem;
import static io.moneyprinter.testsupport.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.storage.StorageClass;
import io.moneyprinter.codecs.storyboard.MadeScene;
import io.moneyprinter.codecs.storyboard.PutStoryboard;
import io.moneyprinter.codecs.storyboard.RenderStoryboard;
import io.moneyprinter.codecs.storyboard.Storyboard;
import io.moneyprinter.codecs.storyboard.StoryboardMessages;
import io.moneyprinter.codecs.storyboard.StoryboardScene;
import io.moneyprinter.codecs.video.SceneBrief;
import io.moneyprinter.gateway.auth.AuthMode;
import io.moneyprinter.platform.blobs.StagedFile;
import io.moneyprinter.testsupport.TestNode;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Storyboards as they travel between HTTP and the orchestration service. */
class StoryboardsTest {
  private static final String VIDEO = "01a203e0-c70c-7a7a-aff2-0a3cf718c18f";
  private static final String PATH = "/v1/videos/" + VIDEO + "/storyboard";
  private static final StoryboardScene SCENE =
      new StoryboardScene(
          "s1", 0, new SceneBrief("Goats found it.", List.of("goat"), null), "pexels:7", true);

  @RegisterExtension final TestNode test = TestNode.plain();
  private RunningGateway gateway;
  private volatile Record asked;
  private Blob sound;

  @BeforeEach
  void start() throws Exception {
    gateway = RunningGateway.start(test.node(), AuthMode.LOCAL);
    StagedFile file = test.node().blobs().stage(".wav");
    Files.writeString(file.path(), "RIFF sound");
    sound = answer(test.node().blobs().commit(file, "audio/wav", "speech", StorageClass.TEMPORARY));
    StoryboardMessages.GET.serve(test.vertx().eventBus(), wish -> Future.succeededFuture(board(3)));
    StoryboardMessages.PUT.serve(
        test.vertx().eventBus(),
        wish -> {
          asked = wish;
          return wish.expected() == null || wish.expected() == 3
              ? Future.succeededFuture(board(4))
              : Future.failedFuture(ServiceFailure.conflict("It is at version 3"));
        });
    StoryboardMessages.RENDER.serve(
        test.vertx().eventBus(),
        wish -> {
          asked = wish;
          return Future.failedFuture(ServiceFailure.conflict("It is at version 3"));
        });
  }

  private Storyboard board(int version) {
    return new Storyboard(
        VIDEO,
        version,
        true,
        "Coffee",
        "en",
        List.of(SCENE),
        List.of(
            new MadeScene(0, "Goats found it.", List.of("goat"), 1.5, sound, "pexels:7"),
            new MadeScene(1, "Not spoken", List.of(), null, null, null)),
        null,
        null);
  }

  @Test
  void aStoryboardIsReadWithItsVersionAsTag() {
    HttpResponse<Buffer> read = gateway.get(PATH);
    assertThat(read.getHeader("ETag")).isEqualTo("\"3\"");
    JsonObject made = read.bodyAsJsonObject().getJsonArray("made").getJsonObject(0);
    assertThat(made.getString("sound")).isEqualTo(PATH + "/sounds/0");
    assertThat(gateway.get(made.getString("sound")).bodyAsString()).isEqualTo("RIFF sound");
    assertThat(gateway.get(PATH + "/sounds/1").statusCode()).isEqualTo(404);
    assertThat(gateway.get(PATH + "/sounds/x").statusCode()).isEqualTo(400);
    assertThat(gateway.get(PATH, "If-None-Match", "\"3\"").statusCode()).isEqualTo(304);
  }

  @Test
  void whatWasReadCanBeSentBack() {
    JsonObject read = gateway.get(PATH).bodyAsJsonObject();
    JsonObject body = new JsonObject().put("scenes", read.getJsonArray("scenes"));
    HttpResponse<Buffer> put = put("\"3\"", body.encode());
    assertThat(put.statusCode()).isEqualTo(200);
    assertThat(put.getHeader("ETag")).isEqualTo("\"4\"");
    assertThat(asked).isEqualTo(new PutStoryboard(VIDEO, 3, null, List.of(SCENE)));
    assertThat(put("\"2\"", body.encode()).statusCode()).isEqualTo(412);
    assertThat(
            problem(put("\"3\"", "{\"scenes\":[{\"id\":\"a\",\"scene\":{\"said\":1}}]}")).encode())
        .contains("/scenes/0/scene/said");
    assertThat(put("\"3\"", "{\"scenes\":[{\"id\":\"a\"}]}").statusCode()).isEqualTo(400);
    assertThat(put("\"3\"", "{\"scenes\":[null]}").statusCode()).isEqualTo(400);
  }

  @Test
  void whichVersionIsMadeIsSaidWithTheOrder() {
    HttpResponse<Buffer> late =
        answer(
            gateway
                .json(HttpMethod.POST, PATH + "/render?priority=high")
                .putHeader("If-Match", "\"2\"")
                .send());
    assertThat(late.statusCode()).isEqualTo(412);
    assertThat(((RenderStoryboard) asked).expected()).isEqualTo(2);
    assertThat(gateway.post(PATH + "/render", "").statusCode()).isEqualTo(409);
  }

  @Test
  void aLockedSceneIsNotReworded() {
    String locked = problem(gateway.post(PATH + "/rewrite", "{\"scene\":\"s1\"}")).encode();
    assertThat(locked).contains("is locked");
    assertThat(problem(gateway.post(PATH + "/rewrite", "{\"scene\":\"s9\"}")).encode())
        .contains("/scene", "such as s1");
  }

  private HttpResponse<Buffer> put(String tag, String body) {
    return answer(
        gateway
            .json(HttpMethod.PUT, PATH)
            .putHeader("If-Match", tag)
            .sendBuffer(Buffer.buffer(body)));
  }
}
