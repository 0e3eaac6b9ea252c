package io.moneyprinter.materials.source;

import io.moneyprinter.codecs.content.Scene;
import io.moneyprinter.codecs.materials.ChooseMaterials;
import io.moneyprinter.codecs.materials.SceneMaterial;
import io.moneyprinter.platform.tasks.TaskContext;
import io.vertx.core.Future;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The search for one video's pictures.
 *
 * @param open how many scenes want one
 * @param end nanoseconds of {@link System#nanoTime} at which all has to be done
 */
record SearchJob(
    ChooseMaterials request,
    SourceRoll roll,
    Bidding bidding,
    CandidateRanker ranker,
    TaskContext task,
    int open,
    long end) {
  /** Whether nothing more is to be begun. */
  boolean over() {
    return System.nanoTime() > end || task.cancelled();
  }

  /** The same, given up at the end of the time. */
  <T> Future<T> inTime(Future<T> work) {
    long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
    return work.timeout(Math.max(1, left), TimeUnit.MILLISECONDS);
  }

  /** What a picture for a scene has to be like. */
  Wanted wanted(Scene scene) {
    return new Wanted(
        request.canvas().width(),
        request.canvas().height(),
        SpokenLength.seconds(scene.narration()));
  }

  void won(SceneMaterial material) {
    bidding.won(material);
    task.progress(Math.min(1, bidding.winners() / (double) open));
  }

  /** Those of some scenes that have no picture yet. */
  List<Scene> left(List<Scene> scenes) {
    return scenes.stream().filter(scene -> bidding.winner(scene.index()).isEmpty()).toList();
  }
}
