package io.moneyprinter.gateway;

import static io.moneyprinter.gateway.RunningGateway.problem;
import static io.moneyprinter.testsupport.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.materials.Candidate;
import io.moneyprinter.codecs.materials.FoundCandidates;
import io.moneyprinter.codecs.materials.MaterialsMessages;
import io.moneyprinter.codecs.materials.Picture;
import io.moneyprinter.codecs.materials.RankedCandidate;
import io.moneyprinter.codecs.materials.SearchScene;
import io.moneyprinter.codecs.speech.Speech;
import io.moneyprinter.codecs.speech.SpeechMessages;
import io.moneyprinter.codecs.speech.Synthesize;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.storyboard.MadeScene;
import io.moneyprinter.codecs.storyboard.Storyboard;
import io.moneyprinter.codecs.storyboard.StoryboardMessages;
import io.moneyprinter.codecs.storyboard.StoryboardScene;
import io.moneyprinter.codecs.video.SceneBrief;
import io.moneyprinter.codecs.video.ShowPicture;
import io.moneyprinter.codecs.video.VideoMessages;
import io.moneyprinter.gateway.auth.AuthMode;
import io.moneyprinter.platform.tasks.DirectTask;
import io.moneyprinter.testsupport.TestNode;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Single scenes of a storyboard are heard and seen before anything is rendered. */
class SceneTrialsTest {
  private static final Picture DRAWN =
      new Picture.Generated(
          Picture.Generated.Style.WAVES, 3, List.of("#101020", "#406080", "#A0C0E0"), List.of());
  private static final RankedCandidate FOX =
      new RankedCandidate(
          "pexels:7",
          0.8,
          List.of("fox in its tags"),
          false,
          new Candidate(
              "pexels",
              "7",
              "Fox",
              "",
              List.of("fox"),
              null,
              null,
              "Pexels",
              null,
              null,
              Candidate.Kind.VIDEO,
              9.0,
              List.of(),
              "https://images.example/7.jpg",
              null));

  @RegisterExtension final TestNode test = TestNode.plain();
  private RunningGateway gateway;
  private EventBus bus;
  private String path;
  private volatile Record asked;

  @BeforeEach
  void start() {
    gateway = RunningGateway.start(test.node(), AuthMode.LOCAL);
    bus = test.vertx().eventBus();
    String id = gateway.createVideo();
    path = "/v1/videos/" + id + "/storyboard";
    StoryboardMessages.GET.serve(bus, wish -> Future.succeededFuture(board(id)));
  }

  private static Storyboard board(String id) {
    StoryboardScene told =
        new StoryboardScene(
            "s1", 0, new SceneBrief("A fox runs.", List.of("fox"), null), null, false);
    SceneBrief marked =
        new SceneBrief(
            "<speak>It <break/>rests.</speak>",
            List.of(),
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            "piper:amy",
            null);
    return new Storyboard(
        id,
        2,
        true,
        "Foxes",
        "en",
        List.of(told, new StoryboardScene("s2", null, marked, null, false)),
        List.of(
            new MadeScene(
                0, "A fox runs.", List.of("fox"), null, null, "generated", DRAWN, null, null),
            new MadeScene(1, "A cat.", List.of(), null, null, null)),
        null,
        null,
        1.25);
  }

  private <R> Future<R> answering(Record wish, R answer) {
    asked = wish;
    return Future.succeededFuture(answer);
  }

  @Test
  void aSceneIsSpokenAsTheRenderWouldSpeakIt() {
    Blob sound = gateway.blob("RIFF said".getBytes(), "audio/wav");
    DirectTask.serve(
        test.vertx(),
        SpeechMessages.SYNTHESIZE,
        (wish, task) ->
            answering(
                wish,
                new Speech(
                    sound, 1.5, List.of(), "piper:amy", "piper", Speech.TimingSource.EXACT)));

    HttpResponse<Buffer> heard = gateway.post(path + "/speak", "{\"scene\":\"s2\"}");

    assertThat(heard.bodyAsString()).isEqualTo("RIFF said");
    assertThat(heard.getHeader("X-Voice")).isEqualTo("piper%3Aamy");
    assertThat(heard.getHeader("X-Seconds")).isEqualTo("1.500");
    Synthesize wish = (Synthesize) asked;
    assertThat(wish.text()).isEqualTo("It rests.");
    assertThat(wish.markup()).startsWith("<speak>");
    assertThat(wish.sceneVoice()).isEqualTo("piper:amy");
    assertThat(wish.rate()).isEqualTo(1.25);
    assertThat(wish.narrations()).containsExactly("A fox runs.", "It rests.");
    assertThat(wish.scene()).isEqualTo(1);
    assertThat(problem(gateway.post(path + "/speak", "{\"scene\":\"s9\"}")).encode())
        .contains("/scene", "such as s1");
  }

  @Test
  void whatASceneCouldShowIsLookedForAndListedAgain() {
    DirectTask.serve(
        test.vertx(),
        MaterialsMessages.SEARCH_SCENE,
        (wish, task) ->
            answering(wish, new FoundCandidates(List.of(FOX), List.of("nasa was slow"))));

    JsonObject found =
        gateway
            .post(path + "/clips", "{\"scene\":\"s1\",\"query\":\" red fox \"}")
            .bodyAsJsonObject();

    assertThat(found.getJsonArray("candidates").getJsonObject(0).getString("key"))
        .isEqualTo("pexels:7");
    assertThat(found.getJsonArray("notes")).containsExactly("nasa was slow");
    SearchScene wish = (SearchScene) asked;
    assertThat(wish.scene()).isEqualTo("s1");
    assertThat(wish.choice().script().scenes())
        .singleElement()
        .satisfies(scene -> assertThat(scene.terms()).containsExactly("red fox"));
    String again = gateway.get(path + "/clips/s1").bodyAsString();
    assertThat(again).startsWith("{\"candidates\":[{\"key\":");
    String far = "{\"scene\":\"s1\",\"query\":\"" + "x".repeat(201) + "\"}";
    assertThat(gateway.post(path + "/clips", far).statusCode()).isEqualTo(400);
  }

  @Test
  void whatASceneShowsAndWhatItCouldIsSeen() {
    Blob still = gateway.blob("jpeg".getBytes(), "image/jpeg");
    VideoMessages.SHOW_PICTURE.serve(bus, wish -> answering(wish, still));
    MaterialsMessages.SHOW_CANDIDATE.serve(bus, wish -> answering(wish, still));

    JsonObject made = gateway.get(path).bodyAsJsonObject().getJsonArray("made").getJsonObject(0);
    HttpResponse<Buffer> seen = gateway.get(made.getString("picture"));

    assertThat(seen.bodyAsString()).isEqualTo("jpeg");
    assertThat(seen.getHeader("Content-Type")).isEqualTo("image/jpeg");
    assertThat(((ShowPicture) asked).picture()).isEqualTo(DRAWN);
    assertThat(gateway.get(path + "/pictures/1").statusCode()).isEqualTo(404);
    String candidates = path.replace("/storyboard", "/candidates/still");
    assertThat(gateway.get(candidates + "?key=pexels:7").bodyAsString()).isEqualTo("jpeg");
    assertThat(gateway.get(candidates).statusCode()).isEqualTo(400);
  }
}
