package io.moneyprinter.materials.source;

import io.moneyprinter.codecs.content.Scene;
import io.moneyprinter.codecs.materials.Candidate;
import io.moneyprinter.codecs.materials.ChooseMaterials;
import io.moneyprinter.codecs.materials.ChosenMaterials;
import io.moneyprinter.codecs.materials.Picture;
import io.moneyprinter.codecs.materials.SceneMaterial;
import io.moneyprinter.platform.pools.WorkerPools;
import io.moneyprinter.platform.tasks.TaskContext;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Gives the scenes that nothing of the user's own fits a picture from the sources. What cannot be
 * had stays drawn: a job never fails for want of a clip.
 */
public final class SourcedScenes {
  private final SourceOrder order;
  private final SceneSearch search;
  private final Limits limits;

  /**
   * How much may be done for one video.
   *
   * @param search for one answer of one source
   * @param total for everything
   * @param threshold the least score with which a candidate is shown
   */
  public record Limits(Duration search, Duration total, double threshold) {}

  /**
   * @param stock whether outside services may be looked through for the present caller
   */
  public SourcedScenes(
      SourceRegistry registry, WorkerPools pools, Limits limits, BooleanSupplier stock) {
    this.order = new SourceOrder(registry, stock);
    this.search = new SceneSearch(pools, limits.threshold());
    this.limits = limits;
  }

  /**
   * The same choice with drawn pictures replaced where a source has what fits. Fails only when the
   * work is cancelled or the books on paid calls refuse.
   *
   * @param chosen one picture for each scene, from the user's own files or drawn
   * @param shown candidates that show already, by scene, as far as they are known
   * @param ranker says which candidates fit
   */
  public Future<ChosenMaterials> fill(
      ChooseMaterials request,
      ChosenMaterials chosen,
      Map<Integer, Candidate> shown,
      CandidateRanker ranker,
      TaskContext task) {
    List<String> notes = new ArrayList<>(chosen.notes());
    List<MaterialSource> asked = order.of(request.materials().source(), notes);
    List<Scene> open = open(request, chosen);
    if (asked.isEmpty() || open.isEmpty()) {
      return Future.succeededFuture(new ChosenMaterials(chosen.scenes(), notes, chosen.more()));
    }
    int first = 0;
    while (first < asked.size() && asked.get(first).makes()) {
      first++;
    }
    List<MaterialSource> before = asked.subList(0, first);
    List<MaterialSource> after =
        asked.subList(first, asked.size()).stream().filter(MaterialSource::makes).toList();
    SearchJob job =
        new SearchJob(
            request,
            new SourceRoll(asked, limits.search()),
            Bidding.beside(shown),
            ranker,
            task,
            open.size(),
            System.nanoTime() + limits.total().toNanos());
    PaintedScenes painted = new PaintedScenes(job);
    FetchedScenes fetched = new FetchedScenes(job);
    return painted
        .make(open, before)
        .compose(left -> find(job, left))
        .compose(left -> painted.make(left, after))
        .compose(left -> SideBySide.each(open, fetched::second))
        .map(
            left -> {
              notes.addAll(job.roll().notes());
              notes.addAll(job.bidding().notes());
              List<SceneMaterial> more = new ArrayList<>(chosen.more());
              more.addAll(fetched.seconds());
              return new ChosenMaterials(merged(chosen, job.bidding()), notes, more);
            });
  }

  /** Those that are left after clips and pictures were looked for. */
  private Future<List<Scene>> find(SearchJob job, List<Scene> scenes) {
    return SideBySide.each(scenes, scene -> search.look(job, scene))
        .compose(
            looked -> {
              job.bidding().assign();
              return SideBySide.each(scenes, new FetchedScenes(job)::first);
            })
        .map(done -> job.left(scenes));
  }

  private static List<Scene> open(ChooseMaterials request, ChosenMaterials chosen) {
    List<Scene> open = new ArrayList<>();
    for (SceneMaterial material : chosen.scenes()) {
      if (material.picture() instanceof Picture.Generated
          && !request.materials().picked().containsKey(material.scene())) {
        request.script().scenes().stream()
            .filter(scene -> scene.index() == material.scene())
            .forEach(open::add);
      }
    }
    return open;
  }

  /**
   * Looks for every scene of a request and chooses none: what is found, the ranker is told.
   *
   * @return what went wrong, for people
   */
  public Future<List<String>> search(
      ChooseMaterials request, CandidateRanker ranker, TaskContext task) {
    List<String> notes = new ArrayList<>();
    SourceRoll roll =
        new SourceRoll(order.of(request.materials().source(), notes), limits.search());
    List<Scene> scenes = request.script().scenes();
    SearchJob job =
        new SearchJob(
            request,
            roll,
            new Bidding(),
            ranker,
            task,
            scenes.size(),
            System.nanoTime() + limits.total().toNanos());
    return SideBySide.each(scenes, scene -> search.look(job, scene))
        .map(
            looked -> {
              notes.addAll(roll.notes());
              return notes;
            });
  }

  private static List<SceneMaterial> merged(ChosenMaterials chosen, Bidding bidding) {
    return chosen.scenes().stream()
        .map(material -> bidding.winner(material.scene()).orElse(material))
        .toList();
  }
}
