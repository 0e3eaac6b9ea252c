package io.moneyprinter.materials;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.materials.Candidate;
import io.moneyprinter.codecs.materials.ChooseMaterials;
import io.moneyprinter.codecs.materials.Collection;
import io.moneyprinter.codecs.video.Appearance;
import io.moneyprinter.materials.choice.LookBook;
import io.moneyprinter.materials.choice.MaterialChooser;
import io.moneyprinter.materials.choice.OwnMaterials;
import io.moneyprinter.materials.library.CandidateStore;
import io.moneyprinter.materials.library.LibrarySource;
import io.moneyprinter.materials.look.Appearances;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds out what has to be known before pictures are chosen for a video. */
final class ChoiceBasis {
  private static final String LIBRARY = LibrarySource.NAME + ":";

  private final KnownCollections collections;
  private final CandidateStore store;
  private final LibrarySource library;
  private final Appearances appearances;

  ChoiceBasis(
      KnownCollections collections,
      CandidateStore store,
      LibrarySource library,
      Appearances appearances) {
    this.collections = collections;
    this.store = store;
    this.library = library;
    this.appearances = appearances;
  }

  /**
   * What is needed before anything is chosen.
   *
   * @param own the user's files
   * @param picked candidates of sources that were picked by hand, by scene
   * @param lately keys of what the tenant was shown lately
   */
  record Known(OwnMaterials own, Map<Integer, Candidate> picked, Set<String> lately) {}

  /** Fails with {@code INVALID} for a pick that cannot be shown. */
  Future<Known> known(ChooseMaterials request, String tenant) {
    int scenes = request.script().scenes().size();
    for (int scene : request.materials().picked().keySet()) {
      if (scene >= scenes) {
        throw ServiceFailure.invalid(
            "/materials/picks/" + scene,
            "There is no such scene: the video has " + scenes + ", counted from 0");
      }
    }
    return collection(request.materials().collection())
        .compose(
            collection ->
                picked(request.materials().picked(), collection, tenant)
                    .compose(
                        picked ->
                            store
                                .lately(tenant, request.script().title())
                                .compose(
                                    lately ->
                                        looks(collection)
                                            .map(
                                                looks ->
                                                    new Known(
                                                        new OwnMaterials(tenant, collection, looks),
                                                        picked,
                                                        lately)))));
  }

  /** The candidates that were picked by hand and have to be brought from a source. */
  private Future<Map<Integer, Candidate>> picked(
      Map<Integer, String> picks, Collection collection, String tenant) {
    Map<Integer, Candidate> picked = new HashMap<>();
    List<Future<?>> asked = new ArrayList<>();
    picks.forEach(
        (scene, key) -> {
          if (!MaterialChooser.decides(key)) {
            asked.add(
                candidate(tenant, key)
                    .map(found -> picked.put(scene, found.orElseThrow(() -> unknown(scene, key)))));
          } else if (!MaterialChooser.has(collection, key)) {
            throw unknown(scene, key);
          }
        });
    return Future.all(asked).map(all -> picked);
  }

  /** The tenant's own files can be picked unsearched. */
  private Future<Optional<Candidate>> candidate(String tenant, String key) {
    return store
        .find(tenant, key)
        .compose(
            found ->
                found.isEmpty() && key.startsWith(LIBRARY)
                    ? library.offer(key.substring(LIBRARY.length()))
                    : Future.succeededFuture(found));
  }

  private static ServiceFailure unknown(int scene, String key) {
    return ServiceFailure.invalid(
        "/materials/picks/" + scene,
        "There is no candidate "
            + key
            + ": take one that GET /v1/videos/{id}/candidates lists, a file of the brief's own"
            + " collection as folder:name, or one of your materials as library:id");
  }

  private Future<Collection> collection(String id) {
    if (id == null || id.isBlank()) {
      return Future.succeededFuture(null);
    }
    return collections.of(id);
  }

  private Future<Map<String, Appearance>> looks(Collection collection) {
    List<Appearances.Subject> files = new ArrayList<>();
    for (Collection.Item item :
        collection == null ? List.<Collection.Item>of() : collection.items()) {
      Appearances.Subject file = LookBook.file(item.picture());
      if (file != null) {
        files.add(file);
      }
    }
    return appearances.of(files);
  }
}
