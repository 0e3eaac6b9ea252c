package io.moneyprinter.materials;

import io.moneyprinter.materials.meaning.EmbeddingsConfig;
import io.moneyprinter.materials.music.library.MusicConfig;
import io.moneyprinter.materials.source.SourcesConfig;
import io.moneyprinter.platform.settings.DataSize;
import io.moneyprinter.testsupport.Answers;
import io.moneyprinter.testsupport.TestNode;

/** The service under test, with nothing of the world outside. */
public final class TestMaterials {
  private TestMaterials() {}

  /**
   * Settings with small limits.
   *
   * @param items the most of one folder
   */
  public static MaterialsConfig offline(int items) {
    return config(items, SourcesConfig.usual(), EmbeddingsConfig.unset(), MusicSettings.offline());
  }

  /** Settings with small limits, and with these outside services. */
  public static MaterialsConfig config(
      int items, SourcesConfig sources, EmbeddingsConfig embeddings, MusicConfig music) {
    return new MaterialsConfig(
        items, DataSize.parse("1MB"), 0.3, sources, embeddings, music, LibraryConfig.usual());
  }

  /** Deploys it and waits until it serves. */
  public static void deploy(TestNode node, MaterialsConfig config) {
    Answers.answer(node.vertx().deployVerticle(new MaterialsVerticle(config, node.node())), 60);
  }
}
