package io.moneyprinter.materials;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.materials.Candidate;
import io.moneyprinter.codecs.materials.ChooseMaterials;
import io.moneyprinter.codecs.materials.ChosenMaterials;
import io.moneyprinter.codecs.materials.ListCandidates;
import io.moneyprinter.codecs.materials.RankedCandidate;
import io.moneyprinter.codecs.materials.SceneCandidates;
import io.moneyprinter.codecs.materials.SceneMaterial;
import io.moneyprinter.codecs.materials.VideoCandidates;
import io.moneyprinter.materials.choice.CandidateNotes;
import io.moneyprinter.materials.choice.LookBook;
import io.moneyprinter.materials.choice.MaterialChooser;
import io.moneyprinter.materials.choice.SceneRanker;
import io.moneyprinter.materials.library.CandidateStore;
import io.moneyprinter.materials.look.Appearances;
import io.moneyprinter.materials.look.Thumbnails;
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
  private final ChoiceBasis basis;
  private final TextAnalysis analysis;
  private final MaterialChooser chooser;
  private final SourcedScenes sourced;
  private final PickedCandidates picks;
  private final CandidateStore store;
  private final Embeddings embeddings;
  private final Appearances appearances;
  private final Thumbnails thumbnails;
  private final WorkerPools pools;

  SceneMaterials(
      ChoiceBasis basis,
      TextAnalysis analysis,
      MaterialChooser chooser,
      SourcedScenes sourced,
      PickedCandidates picks,
      CandidateStore store,
      Embeddings embeddings,
      Appearances appearances,
      Thumbnails thumbnails,
      WorkerPools pools) {
    this.basis = basis;
    this.analysis = analysis;
    this.chooser = chooser;
    this.sourced = sourced;
    this.picks = picks;
    this.store = store;
    this.embeddings = embeddings;
    this.appearances = appearances;
    this.thumbnails = thumbnails;
    this.pools = pools;
  }

  /** What is found out while one video's pictures are chosen. */
  private record Findings(CandidateNotes notes, Meanings meanings, LookBook looks) {}

  Future<ChosenMaterials> choose(ChooseMaterials request, TaskContext task) {
    CallContext caller = CallContext.currentOrSystem();
    String tenant = caller.tenant();
    String job = task.job().orElse(caller.correlationId());
    Findings found =
        new Findings(
            new CandidateNotes(), embeddings.of(task), new LookBook(appearances, thumbnails));
    return basis
        .known(request, tenant)
        .compose(known -> choose(request, known, found, task))
        .compose(
            chosen ->
                found
                    .looks()
                    .watch(chosen.scenes(), found.notes().shown(chosen.scenes()))
                    .compose(
                        watched ->
                            pools.run(
                                Pool.MEDIA,
                                () -> found.notes().chosen(chosen.scenes(), found.looks())))
                    .compose(
                        scenes ->
                            store
                                .save(tenant, job, request.script().title(), scenes)
                                .map(told(chosen, scenes, found.meanings()))));
  }

  private Future<ChosenMaterials> choose(
      ChooseMaterials request, ChoiceBasis.Known known, Findings found, TaskContext task) {
    Set<String> taken = new HashSet<>(request.materials().picked().values());
    CandidateNotes notes = found.notes();
    LookBook looks = found.looks();
    SceneRanker ranker = new SceneRanker(analysis, known.lately(), found.meanings(), looks);
    return found
        .meanings()
        .learn(MaterialChooser.texts(request, known.own().collection()))
        .compose(learned -> looks.learn(known.picked().values()))
        .compose(
            learned ->
                pools.run(
                    Pool.MEDIA,
                    () ->
                        chooser.choose(
                            request, known.own(), known.lately(), found.meanings(), notes)))
        .compose(chosen -> picks.bring(request, chosen, known.picked(), task))
        .compose(
            chosen -> {
              Map<Integer, Candidate> shown = notes.shown(chosen.scenes());
              known.picked().forEach((scene, one) -> shown.put(scene, looks.seen(one)));
              return sourced.fill(request, chosen, shown, notes.noting(ranker, taken), task);
            })
        .onSuccess(chosen -> known.picked().forEach(notes::picked));
  }

  /** With scores and reasons as they are beside what the neighbouring scenes show. */
  private static ChosenMaterials told(
      ChosenMaterials chosen, List<SceneCandidates> candidates, Meanings meanings) {
    Map<Integer, RankedCandidate> marked = new HashMap<>();
    for (SceneCandidates scene : candidates) {
      scene.candidates().stream()
          .filter(RankedCandidate::chosen)
          .forEach(one -> marked.put(scene.scene(), one));
    }
    List<SceneMaterial> scenes =
        chosen.scenes().stream()
            .map(
                material -> {
                  RankedCandidate one = marked.get(material.scene());
                  return one == null ? material : material.judged(one.score(), one.reasons());
                })
            .toList();
    List<String> notes = new ArrayList<>(chosen.notes());
    meanings.trouble().ifPresent(notes::add);
    return new ChosenMaterials(scenes, notes, chosen.more());
  }

  Future<VideoCandidates> candidates(ListCandidates request) {
    return store
        .of(
            CallContext.currentOrSystem().tenant(),
            request.scene() == null
                ? request.jobId()
                : SceneOffers.place(request.jobId(), request.scene()))
        .map(VideoCandidates::new);
  }
}
