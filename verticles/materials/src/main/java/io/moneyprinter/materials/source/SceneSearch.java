package io.moneyprinter.materials.source;

import io.moneyprinter.codecs.content.Scene;
import io.moneyprinter.codecs.materials.ChooseMaterials;
import io.moneyprinter.materials.source.CandidateRanker.Ranked;
import io.moneyprinter.platform.pools.Pool;
import io.moneyprinter.platform.pools.WorkerPools;
import io.vertx.core.Future;
import java.util.List;

/** Looks for a scene's candidates, wider step by step until enough fit. */
final class SceneSearch {
  private final WorkerPools pools;
  private final double threshold;

  /**
   * @param threshold the least score with which a candidate is shown
   */
  SceneSearch(WorkerPools pools, double threshold) {
    this.pools = pools;
    this.threshold = threshold;
  }

  /** Puts what fits among the job's offers. */
  Future<Void> look(SearchJob job, Scene scene) {
    return look(job, scene, 0);
  }

  private Future<Void> look(SearchJob job, Scene scene, int step) {
    ChooseMaterials request = job.request();
    List<SourceQuery> steps = SearchSteps.of(request.script(), scene, request.canvas());
    if (step >= steps.size() || job.over()) {
      return Future.succeededFuture();
    }
    return job.roll()
        .search(steps.get(step))
        .compose(found -> job.ranker().prepare(request, scene, found).map(found))
        .compose(found -> pools.run(Pool.MEDIA, () -> job.ranker().rank(request, scene, found)))
        .compose(
            ranked -> {
              List<Ranked> good = ranked.stream().filter(one -> one.score() >= threshold).toList();
              return job.ranker().look(scene, good);
            })
        .compose(
            good -> {
              job.bidding().offer(scene.index(), good);
              return job.bidding().plenty(scene.index())
                  ? Future.succeededFuture()
                  : look(job, scene, step + 1);
            });
  }
}
