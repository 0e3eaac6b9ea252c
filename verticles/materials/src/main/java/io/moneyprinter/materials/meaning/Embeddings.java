package io.moneyprinter.materials.meaning;

import io.moneyprinter.platform.database.Database;
import io.moneyprinter.platform.node.Node;
import io.moneyprinter.platform.tasks.TaskContext;

/** The embeddings service of this installation, if one is set. */
public final class Embeddings implements AutoCloseable {
  private final EmbeddingClient client;
  private final EmbeddingStore store;

  public Embeddings(Node node, EmbeddingsConfig config, Database database) {
    this.client = config.set() ? new EmbeddingClient(node, config) : null;
    this.store = new EmbeddingStore(database);
  }

  /** What is known of texts within one video. */
  public Meanings of(TaskContext task) {
    return new Meanings(client, store, task);
  }

  @Override
  public void close() {
    if (client != null) {
      client.close();
    }
  }
}
