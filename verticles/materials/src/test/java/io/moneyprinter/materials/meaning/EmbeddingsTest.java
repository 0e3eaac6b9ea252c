package io.moneyprinter.materials.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.content.Scene;
import io.moneyprinter.codecs.content.Script;
import io.moneyprinter.codecs.materials.ChooseMaterials;
import io.moneyprinter.codecs.materials.ChosenMaterials;
import io.moneyprinter.codecs.materials.Collection;
import io.moneyprinter.codecs.materials.MaterialsMessages;
import io.moneyprinter.codecs.materials.Picture;
import io.moneyprinter.codecs.materials.SceneMaterial;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.video.Canvas;
import io.moneyprinter.codecs.video.MaterialsBrief;
import io.moneyprinter.materials.MusicSettings;
import io.moneyprinter.materials.TestMaterials;
import io.moneyprinter.materials.library.CollectionStore;
import io.moneyprinter.materials.source.SourcesConfig;
import io.moneyprinter.testsupport.Answers;
import io.moneyprinter.testsupport.ProviderStub;
import io.moneyprinter.testsupport.TestNode;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Matching by meaning, against a server that answers as the OpenAI API reference documents it under
 * "Create embeddings".
 */
class EmbeddingsTest {
  @RegisterExtension final TestNode test = TestNode.withDatabases();
  private ProviderStub stub;

  @BeforeEach
  void deploy() {
    stub = new ProviderStub(test.vertx());
    EmbeddingsConfig embeddings =
        new EmbeddingsConfig(
            Optional.of(stub.address() + "/v1"),
            Optional.of("sk-test"),
            "text-embedding-3-small",
            Duration.ofSeconds(2));
    TestMaterials.deploy(
        test, TestMaterials.config(8, SourcesConfig.usual(), embeddings, MusicSettings.offline()));
    Collection collection =
        new Collection("c", "c", List.of(item("helix", 1), item("goat", 2), item("bridge", 3)));
    Answers.answer(
        test.node()
            .databases()
            .open("materials")
            .compose(database -> new CollectionStore(database).save("local", collection)));
  }

  private static Collection.Item item(String tag, int size) {
    return new Collection.Item(
        tag + ".png",
        List.of(tag),
        new Picture.Still(new Blob("0".repeat(63) + size, size, "image/png"), 1080, 1920));
  }

  @Test
  void aClipWithoutAWordInCommonIsFoundByItsMeaningAndNoTextIsAskedTwice() {
    stub.otherwise(this::vectors);

    SceneMaterial first = choose("One").scenes().get(0);
    int asked = stub.asked().size();
    ChosenMaterials again = choose("One");

    assertThat(first.provenance().id()).isEqualTo("helix.png");
    assertThat(first.reasons().get(0)).startsWith("nearer in meaning");
    assertThat(again.scenes().get(0)).isEqualTo(first);
    assertThat(again.notes()).isEmpty();
    assertThat(asked).isEqualTo(1);
    assertThat(stub.asked()).hasSize(asked);
    assertThat(stub.last().path()).isEqualTo("/v1/embeddings");
    assertThat(stub.last().headers().get("authorization")).isEqualTo("Bearer sk-test");
    assertThat(stub.last().json().getString("model")).isEqualTo("text-embedding-3-small");
    assertThat(stub.last().json().getJsonArray("input")).hasSize(4);
  }

  @Test
  void aServiceThatFailsIsSaidAndWordsDecide() {
    stub.refusesKey();

    ChosenMaterials refused = choose("Two");
    stub.garbage();
    ChosenMaterials unreadable = choose("Three");

    assertThat(refused.scenes().get(0).picture()).isInstanceOf(Picture.Generated.class);
    assertThat(refused.notes()).hasSize(1);
    assertThat(refused.notes().get(0))
        .contains("by their words alone", "materials.embeddings.api-key");
    assertThat(unreadable.notes()).hasSize(1);
  }

  @Test
  void whicheverWayTheServiceFailsWordsDecideAndTheReasonsSaySo() {
    stub.otherwise(request -> request.response().setStatusCode(500).end("oops"));
    assertWordsDecide("Broken", stub, "");
    stub.otherwise(request -> {});
    assertWordsDecide("Silent", stub, "did not answer in time");
    assertWordsDecide("Busy", stub.busy(3600), "too many requests");
    int asked = stub.asked().size();
    assertWordsDecide("Still busy", stub, "too many requests");
    assertThat(stub.asked()).as("not asked before Retry-After is over").hasSize(asked);
  }

  @Test
  void whatIsNoVectorIsNoMeaning() {
    stub.otherwise(request -> answer(request, List.of(List.of("a", "b"))));
    assertWordsDecide("Letters", stub, "no number");
    stub.otherwise(request -> answer(request, List.of()));
    assertWordsDecide("None", stub, "lacks the vector");
    stub.otherwise(request -> answer(request, List.of(List.of(1.0, 0.0), List.of(1.0))));
    assertWordsDecide("Uneven", stub, "not of one length");
    stub.cutsOff("application/json", Buffer.buffer("{\"data\":["));
    assertWordsDecide("Short", stub, "");
  }

  @Test
  void vectorsOfAnotherLengthThanBeforeAreAskedForAnew() {
    stub.otherwise(this::vectors);
    choose("One");
    Answers.answer(
        test.node()
            .databases()
            .open("materials")
            .compose(
                database ->
                    database
                        .writer()
                        .query(
                            "UPDATE embedding SET vector = 'AAAAAA==' WHERE ctid IN (SELECT"
                                + " ctid FROM embedding LIMIT 2)")
                        .execute()));

    ChosenMaterials again = choose("Two");

    assertThat(again.notes()).isEmpty();
    assertThat(again.scenes().get(0).provenance().id()).isEqualTo("helix.png");
    assertThat(stub.last().json().getJsonArray("input")).hasSize(2);
  }

  private void assertWordsDecide(String title, ProviderStub service, String told) {
    // Another text each time, so that no vector of it is kept yet.
    Scene scene = new Scene(0, "The goat of " + title + " and its bridge.", List.of("goat"), null);
    ChosenMaterials chosen = choose(title, scene);
    assertThat(chosen.notes())
        .as(title)
        .singleElement()
        .asString()
        .contains("by their words alone", told);
    assertThat(chosen.scenes().get(0).provenance().id()).isEqualTo("goat.png");
    assertThat(chosen.scenes().get(0).reasons())
        .contains("by its words alone, for the embeddings service failed")
        .noneMatch(reason -> reason.startsWith("nearer in meaning"));
  }

  /** Vectors for the first texts, the last of them for all that follow. */
  private void answer(HttpServerRequest request, List<List<?>> vectors) {
    JsonArray data = new JsonArray();
    int texts = vectors.isEmpty() ? 0 : stub.last().json().getJsonArray("input").size();
    for (int i = 0; i < texts; i++) {
      List<?> vector = vectors.get(Math.min(i, vectors.size() - 1));
      data.add(new JsonObject().put("index", i).put("embedding", new JsonArray(vector)));
    }
    request
        .response()
        .putHeader("content-type", "application/json")
        .end(new JsonObject().put("data", data).toBuffer());
  }

  /** What is of life points one way, everything else another. */
  private void vectors(HttpServerRequest request) {
    JsonArray texts = stub.last().json().getJsonArray("input");
    JsonArray data = new JsonArray();
    for (int i = texts.size() - 1; i >= 0; i--) {
      String text = texts.getString(i);
      boolean life = text.contains("cells") || text.contains("helix");
      data.add(
          new JsonObject()
              .put("object", "embedding")
              .put("index", i)
              .put("embedding", life ? List.of(1.0, 0.1, 0.0) : List.of(0.1, 1.0, i / 10.0)));
    }
    request
        .response()
        .putHeader("content-type", "application/json")
        .end(
            new JsonObject()
                .put("object", "list")
                .put("data", data)
                .put("model", "text-embedding-3-small")
                .put("usage", new JsonObject().put("prompt_tokens", 30).put("total_tokens", 30))
                .toBuffer());
  }

  private ChosenMaterials choose(String title) {
    Scene scene =
        new Scene(0, "Three billion letters are written into our cells.", List.of(), null);
    return choose(title, scene);
  }

  private ChosenMaterials choose(String title, Scene scene) {
    return Answers.answer(
        MaterialsMessages.CHOOSE.ask(
            test.vertx().eventBus(),
            new ChooseMaterials(
                new Script(title, "en", List.of(scene), "user", 0),
                new MaterialsBrief("c"),
                Canvas.PORTRAIT,
                1),
            CallContext.system("local")));
  }
}
