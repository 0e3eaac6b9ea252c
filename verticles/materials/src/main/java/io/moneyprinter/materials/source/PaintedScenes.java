package io.moneyprinter.materials.source;

import io.moneyprinter.codecs.content.Scene;
import io.moneyprinter.codecs.materials.Candidate;
import io.moneyprinter.codecs.materials.ChooseMaterials;
import io.moneyprinter.codecs.materials.SceneMaterial;
import io.moneyprinter.codecs.orchestration.CostCaps;
import io.moneyprinter.platform.tasks.TaskContext;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Has pictures made for scenes, by the first of some sources that can. */
final class PaintedScenes {
  private static final double SCORE = 0.9;

  private final ChooseMaterials request;
  private final SourceRoll roll;
  private final TaskContext task;
  private final Map<Integer, SceneMaterial> made = new ConcurrentHashMap<>();

  PaintedScenes(ChooseMaterials request, SourceRoll roll, TaskContext task) {
    this.request = request;
    this.roll = roll;
    this.task = task;
  }

  /**
   * Pictures by scene; a scene that no source could make one for is not among them. Fails only when
   * a picture would cost more than may be spent.
   */
  Future<Map<Integer, SceneMaterial>> make(List<Scene> scenes, List<MaterialSource> makers) {
    return makers.isEmpty()
        ? Future.succeededFuture(Map.of())
        : SideBySide.each(scenes, scene -> make(scene, makers, 0)).map(done -> made);
  }

  private Future<Void> make(Scene scene, List<MaterialSource> makers, int at) {
    if (at == makers.size() || task.cancelled()) {
      return Future.succeededFuture();
    }
    MaterialSource maker = makers.get(at);
    if (!roll.asks(maker)) {
      return make(scene, makers, at + 1);
    }
    return maker
        .search(SearchSteps.picture(scene, request.canvas()))
        .compose(
            offers ->
                offers.isEmpty() ? Future.succeededFuture() : fetch(scene, maker, offers.get(0)))
        .recover(
            cause -> {
              if (CostCaps.refused(cause)) {
                return Future.failedFuture(cause);
              }
              roll.failed(maker, cause);
              return Future.succeededFuture();
            })
        .compose(
            done ->
                made.containsKey(scene.index())
                    ? Future.succeededFuture()
                    : make(scene, makers, at + 1));
  }

  private Future<Void> fetch(Scene scene, MaterialSource maker, Candidate offer) {
    Wanted wanted =
        new Wanted(
            request.canvas().width(),
            request.canvas().height(),
            SpokenLength.seconds(scene.narration()));
    return maker
        .fetch(offer, wanted, task)
        .map(
            fetched -> {
              made.put(
                  scene.index(),
                  new SceneMaterial(
                      scene.index(),
                      fetched.picture(),
                      SCORE,
                      List.of("made for this scene: " + offer.title()),
                      Credit.of(offer)));
              return null;
            });
  }
}
