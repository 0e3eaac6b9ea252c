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
import io.moneyprinter.materials.LibraryConfig;
import io.moneyprinter.materials.MaterialsConfig;
import io.moneyprinter.materials.MaterialsVerticle;
import io.moneyprinter.materials.MusicSettings;
import io.moneyprinter.materials.library.CollectionStore;
import io.moneyprinter.materials.source.SourcesConfig;
import io.moneyprinter.platform.settings.DataSize;
import io.moneyprinter.testsupport.Answers;
import io.moneyprinter.testsupport.ProviderStub;
import io.moneyprinter.testsupport.TestNode;
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
            Duration.ofSeconds(10));
    MaterialsConfig config =
        new MaterialsConfig(
            8,
            DataSize.parse("1MB"),
            0.3,
            SourcesConfig.usual(),
            embeddings,
            MusicSettings.offline(),
            LibraryConfig.usual());
    Answers.answer(test.vertx().deployVerticle(new MaterialsVerticle(config, test.node())), 60);
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
