package io.moneyprinter.materials;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.materials.Candidate;
import io.moneyprinter.codecs.materials.ChooseMaterials;
import io.moneyprinter.codecs.materials.ChosenMaterials;
import io.moneyprinter.codecs.materials.Collection;
import io.moneyprinter.codecs.materials.ListCandidates;
import io.moneyprinter.codecs.materials.VideoCandidates;
import io.moneyprinter.materials.choice.CandidateNotes;
import io.moneyprinter.materials.choice.MaterialChooser;
import io.moneyprinter.materials.choice.SceneRanker;
import io.moneyprinter.materials.library.CandidateStore;
import io.moneyprinter.materials.meaning.Embeddings;
import io.moneyprinter.materials.meaning.Meanings;
import io.moneyprinter.materials.search.TextAnalysis;
import io.moneyprinter.materials.source.PickedCandidates;
import io.moneyprinter.materials.source.SourcedScenes;
import io.moneyprinter.platform.pools.Pool;
import io.moneyprinter.platform.pools.WorkerPools;
import io.moneyprinter.platform.tasks.TaskContext;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Answers which picture every scene gets, and keeps what else was looked at. */
final class SceneMaterials {
  private final KnownCollections collections;
  private final TextAnalysis analysis;
  private final MaterialChooser chooser;
  private final SourcedScenes sourced;
  private final PickedCandidates picks;
  private final CandidateStore store;
  private final Embeddings embeddings;
  private final WorkerPools pools;

  SceneMaterials(
      KnownCollections collections,
      TextAnalysis analysis,
      MaterialChooser chooser,
      SourcedScenes sourced,
      PickedCandidates picks,
      CandidateStore store,
      Embeddings embeddings,
      WorkerPools pools) {
    this.collections = collections;
    this.analysis = analysis;
    this.chooser = chooser;
    this.sourced = sourced;
    this.picks = picks;
    this.store = store;
    this.embeddings = embeddings;
    this.pools = pools;
  }

  /** What is needed before anything is chosen. */
  private record Known(Collection collection, Map<Integer, Candidate> picked, Set<String> lately) {}

  Future<ChosenMaterials> choose(ChooseMaterials request, TaskContext task) {
    CallContext caller = CallContext.currentOrSystem();
    String tenant = caller.tenant();
    String job = task.job().orElse(caller.correlationId());
    CandidateNotes notes = new CandidateNotes();
    return known(request, tenant)
        .compose(known -> choose(request, known, notes, task))
        .compose(
            chosen ->
                pools
                    .run(Pool.MEDIA, () -> notes.chosen(chosen.scenes()))
                    .compose(scenes -> store.save(tenant, job, request.script().title(), scenes))
                    .map(chosen));
  }

  private Future<ChosenMaterials> choose(
      ChooseMaterials request, Known known, CandidateNotes notes, TaskContext task) {
    Set<String> taken = new HashSet<>(request.materials().picked().values());
    Meanings meanings = embeddings.of(task);
    SceneRanker ranker = new SceneRanker(analysis, known.lately(), meanings);
    return meanings
        .learn(MaterialChooser.texts(request, known.collection()))
        .compose(
            learned ->
                pools.run(
                    Pool.MEDIA,
                    () ->
                        chooser.choose(
                            request, known.collection(), known.lately(), meanings, notes)))
        .compose(chosen -> picks.bring(request, chosen, known.picked(), task))
        .compose(chosen -> sourced.fill(request, chosen, notes.noting(ranker, taken), task))
        .map(chosen -> told(chosen, meanings))
        .onSuccess(chosen -> known.picked().forEach(notes::picked));
  }

  private static ChosenMaterials told(ChosenMaterials chosen, Meanings meanings) {
    List<String> notes = new ArrayList<>(chosen.notes());
    meanings.trouble().ifPresent(notes::add);
    return new ChosenMaterials(chosen.scenes(), notes, chosen.more());
  }

  private Future<Known> known(ChooseMaterials request, String tenant) {
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
                                .map(lately -> new Known(collection, picked, lately))));
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
                store
                    .find(tenant, key)
                    .map(found -> picked.put(scene, found.orElseThrow(() -> unknown(scene, key)))));
          } else if (!MaterialChooser.has(collection, key)) {
            throw unknown(scene, key);
          }
        });
    return Future.all(asked).map(all -> picked);
  }

  private static ServiceFailure unknown(int scene, String key) {
    return ServiceFailure.invalid(
        "/materials/picks/" + scene,
        "There is no candidate "
            + key
            + ": take one that GET /v1/videos/{id}/candidates lists, or a file of the brief's own"
            + " collection as folder:name");
  }

  Future<VideoCandidates> candidates(ListCandidates request) {
    return store
        .of(CallContext.currentOrSystem().tenant(), request.jobId())
        .map(VideoCandidates::new);
  }

  private Future<Collection> collection(String id) {
    if (id == null || id.isBlank()) {
      return Future.succeededFuture(null);
    }
    return collections.of(id);
  }
}
