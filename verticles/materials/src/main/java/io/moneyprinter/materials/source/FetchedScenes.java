package io.moneyprinter.materials.source;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.content.Scene;
import io.moneyprinter.codecs.materials.SceneMaterial;
import io.moneyprinter.materials.source.CandidateRanker.Ranked;
import io.vertx.core.Future;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Fetches what won the bidding for a scene; where that is in vain, the next best. */
final class FetchedScenes {
  private final SearchJob job;
  private final List<SceneMaterial> seconds = new CopyOnWriteArrayList<>();

  FetchedScenes(SearchJob job) {
    this.job = job;
  }

  /** The best that can be had in time, told to the job; nothing is no failure. */
  Future<Void> first(Scene scene) {
    Ranked best = job.over() ? null : job.bidding().next(scene.index());
    if (best == null) {
      return Future.succeededFuture();
    }
    return fetched(scene, best)
        .<Void>map(
            material -> {
              job.won(material);
              return null;
            })
        .recover(
            cause -> {
              job.bidding().lost(best.candidate(), ServiceFailure.from(cause));
              return first(scene);
            });
  }

  /** One that is too long for one clip gets a second; that there is none is no loss. */
  Future<Void> second(Scene scene) {
    boolean wanted =
        LongScenes.tooLong(scene) && job.bidding().winner(scene.index()).isPresent() && !job.over();
    Ranked best = wanted ? job.bidding().next(scene.index()) : null;
    if (best == null) {
      return Future.succeededFuture();
    }
    return fetched(scene, best)
        .<Void>map(
            material -> {
              seconds.add(material);
              return null;
            })
        .recover(
            cause -> {
              job.bidding().lost(best.candidate(), ServiceFailure.from(cause));
              return Future.succeededFuture();
            });
  }

  private Future<SceneMaterial> fetched(Scene scene, Ranked best) {
    return job.inTime(job.roll().fetch(best.candidate(), job.wanted(scene), job.task()))
        .map(
            found ->
                new SceneMaterial(
                    scene.index(),
                    found.picture(),
                    best.score(),
                    best.reasons(),
                    Credit.of(found.candidate())));
  }

  /** The second clips, in the order in which they came. */
  List<SceneMaterial> seconds() {
    return seconds;
  }
}
