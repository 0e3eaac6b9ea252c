package io.moneyprinter.materials;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.materials.ChooseMaterials;
import io.moneyprinter.codecs.materials.ChosenMaterials;
import io.moneyprinter.codecs.materials.FoundCandidates;
import io.moneyprinter.codecs.materials.RankedCandidate;
import io.moneyprinter.codecs.materials.SceneCandidates;
import io.moneyprinter.codecs.materials.SearchScene;
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
import io.moneyprinter.materials.source.SourcedScenes;
import io.moneyprinter.platform.pools.Pool;
import io.moneyprinter.platform.pools.WorkerPools;
import io.moneyprinter.platform.tasks.TaskContext;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds what one scene could show, for somebody who picks it by hand. */
final class SceneOffers {
  private final ChoiceBasis basis;
  private final TextAnalysis analysis;
  private final MaterialChooser chooser;
  private final SourcedScenes sourced;
  private final CandidateStore store;
  private final Embeddings embeddings;
  private final Appearances appearances;
  private final Thumbnails thumbnails;
  private final WorkerPools pools;

  SceneOffers(
      ChoiceBasis basis,
      TextAnalysis analysis,
      MaterialChooser chooser,
      SourcedScenes sourced,
      CandidateStore store,
      Embeddings embeddings,
      Appearances appearances,
      Thumbnails thumbnails,
      WorkerPools pools) {
    this.basis = basis;
    this.analysis = analysis;
    this.chooser = chooser;
    this.sourced = sourced;
    this.store = store;
    this.embeddings = embeddings;
    this.appearances = appearances;
    this.thumbnails = thumbnails;
    this.pools = pools;
  }

  /** The user's own files and what the sources offer, ranked as for a whole video, and kept. */
  Future<FoundCandidates> search(SearchScene wish, TaskContext task) {
    String tenant = CallContext.currentOrSystem().tenant();
    ChooseMaterials request = wish.choice();
    CandidateNotes notes = new CandidateNotes();
    Meanings meanings = embeddings.of(task);
    LookBook looks = new LookBook(appearances, thumbnails);
    List<String> told = new ArrayList<>();
    return basis
        .known(request, tenant)
        .compose(
            known ->
                look(
                    request,
                    known,
                    new SceneRanker(analysis, known.lately(), meanings, looks),
                    meanings,
                    notes,
                    told,
                    task))
        .compose(drawn -> pools.run(Pool.MEDIA, () -> notes.chosen(drawn.scenes(), looks)))
        .map(SceneOffers::unchosen)
        .compose(
            scenes ->
                store
                    .save(
                        tenant, place(wish.jobId(), wish.scene()), request.script().title(), scenes)
                    .map(saved -> found(scenes, told, meanings)));
  }

  private Future<ChosenMaterials> look(
      ChooseMaterials request,
      ChoiceBasis.Known known,
      SceneRanker ranker,
      Meanings meanings,
      CandidateNotes notes,
      List<String> told,
      TaskContext task) {
    return meanings
        .learn(MaterialChooser.texts(request, known.own().collection()))
        .compose(
            learned ->
                pools.run(
                    Pool.MEDIA,
                    () -> chooser.choose(request, known.own(), known.lately(), meanings, notes)))
        .compose(
            chosen ->
                sourced
                    .search(request, notes.noting(ranker, Set.of()), task)
                    .map(
                        trouble -> {
                          told.addAll(trouble);
                          return chosen;
                        }));
  }

  /** Where the candidates of a scene of a storyboard are kept, beside those of the video. */
  static String place(String job, String scene) {
    return job + "/" + scene;
  }

  private static List<SceneCandidates> unchosen(List<SceneCandidates> scenes) {
    return scenes.stream()
        .map(
            scene ->
                new SceneCandidates(
                    scene.scene(),
                    scene.candidates().stream()
                        .map(
                            one ->
                                new RankedCandidate(
                                    one.key(), one.score(), one.reasons(), false, one.candidate()))
                        .toList()))
        .toList();
  }

  private static FoundCandidates found(
      List<SceneCandidates> scenes, List<String> told, Meanings meanings) {
    List<String> notes = new ArrayList<>(told);
    meanings.trouble().ifPresent(notes::add);
    return new FoundCandidates(
        scenes.stream().flatMap(scene -> scene.candidates().stream()).toList(), notes);
  }
}
