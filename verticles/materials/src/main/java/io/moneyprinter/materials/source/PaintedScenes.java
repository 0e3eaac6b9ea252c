package io.moneyprinter.materials.source;

import io.moneyprinter.codecs.content.Scene;
import io.moneyprinter.codecs.materials.Candidate;
import io.moneyprinter.codecs.materials.SceneMaterial;
import io.moneyprinter.codecs.orchestration.CostCaps;
import io.vertx.core.Future;
import java.util.List;

/** Has pictures made for scenes, by the first of some sources that can. */
final class PaintedScenes {
  private static final double SCORE = 0.9;

  private final SearchJob job;

  PaintedScenes(SearchJob job) {
    this.job = job;
  }

  /**
   * The scenes that are left, for which no source could make a picture. Fails only when one would
   * cost more than may be spent.
   */
  Future<List<Scene>> make(List<Scene> scenes, List<MaterialSource> makers) {
    return SideBySide.each(scenes, scene -> make(scene, makers, 0)).map(done -> job.left(scenes));
  }

  private Future<Void> make(Scene scene, List<MaterialSource> makers, int at) {
    if (at == makers.size() || job.over()) {
      return Future.succeededFuture();
    }
    MaterialSource maker = makers.get(at);
    if (!job.roll().asks(maker)) {
      return make(scene, makers, at + 1);
    }
    return maker
        .search(SearchSteps.picture(scene, job.request().canvas()))
        .compose(
            offers ->
                offers.isEmpty() ? Future.succeededFuture() : fetch(scene, maker, offers.get(0)))
        .recover(
            cause -> {
              if (CostCaps.refused(cause)) {
                return Future.failedFuture(cause);
              }
              job.roll().failed(maker, cause);
              return Future.succeededFuture();
            })
        .compose(
            done ->
                job.left(List.of(scene)).isEmpty()
                    ? Future.succeededFuture()
                    : make(scene, makers, at + 1));
  }

  private Future<Void> fetch(Scene scene, MaterialSource maker, Candidate offer) {
    return job.inTime(maker.fetch(offer, job.wanted(scene), job.task()))
        .map(
            fetched -> {
              job.roll().answered(maker);
              job.won(
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
