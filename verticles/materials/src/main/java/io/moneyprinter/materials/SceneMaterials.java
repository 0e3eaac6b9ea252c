package io.moneyprinter.materials;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.materials.ChooseMaterials;
import io.moneyprinter.codecs.materials.ChosenMaterials;
import io.moneyprinter.codecs.materials.Collection;
import io.moneyprinter.materials.choice.MaterialChooser;
import io.moneyprinter.materials.library.CollectionStore;
import io.moneyprinter.platform.pools.Pool;
import io.moneyprinter.platform.pools.WorkerPools;
import io.vertx.core.Future;

/** Answers which picture every scene gets. */
final class SceneMaterials {
  private final CollectionStore store;
  private final MaterialChooser chooser;
  private final WorkerPools pools;

  SceneMaterials(CollectionStore store, MaterialChooser chooser, WorkerPools pools) {
    this.store = store;
    this.chooser = chooser;
    this.pools = pools;
  }

  Future<ChosenMaterials> choose(ChooseMaterials request) {
    return collection(request.materials().collection())
        .compose(collection -> pools.run(Pool.MEDIA, () -> chooser.choose(request, collection)));
  }

  private Future<Collection> collection(String id) {
    if (id == null || id.isBlank()) {
      return Future.succeededFuture(null);
    }
    return store
        .find(CallContext.currentOrSystem().tenant(), id)
        .map(
            found ->
                found.orElseThrow(
                    () ->
                        ServiceFailure.notFound(
                            "There is no collection "
                                + id
                                + ". Import its folder again, or leave materials out to have every"
                                + " picture drawn")));
  }
}
