package io.moneyprinter.materials;

import io.moneyprinter.codecs.materials.ChooseMaterials;
import io.moneyprinter.codecs.materials.ChosenMaterials;
import io.moneyprinter.codecs.materials.Collection;
import io.moneyprinter.materials.choice.MaterialChooser;
import io.moneyprinter.materials.source.SourcedScenes;
import io.moneyprinter.platform.pools.Pool;
import io.moneyprinter.platform.pools.WorkerPools;
import io.moneyprinter.platform.tasks.TaskContext;
import io.vertx.core.Future;

/** Answers which picture every scene gets. */
final class SceneMaterials {
  private final KnownCollections collections;
  private final MaterialChooser chooser;
  private final SourcedScenes sourced;
  private final WorkerPools pools;

  SceneMaterials(
      KnownCollections collections,
      MaterialChooser chooser,
      SourcedScenes sourced,
      WorkerPools pools) {
    this.collections = collections;
    this.chooser = chooser;
    this.sourced = sourced;
    this.pools = pools;
  }

  Future<ChosenMaterials> choose(ChooseMaterials request, TaskContext task) {
    return collection(request.materials().collection())
        .compose(collection -> pools.run(Pool.MEDIA, () -> chooser.choose(request, collection)))
        .compose(chosen -> sourced.fill(request, chosen, task));
  }

  private Future<Collection> collection(String id) {
    if (id == null || id.isBlank()) {
      return Future.succeededFuture(null);
    }
    return collections.of(id);
  }
}
