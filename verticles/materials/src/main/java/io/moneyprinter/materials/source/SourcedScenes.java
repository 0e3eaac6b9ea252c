package io.moneyprinter.materials.source;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.content.Scene;
import io.moneyprinter.codecs.materials.Candidate;
import io.moneyprinter.codecs.materials.ChooseMaterials;
import io.moneyprinter.codecs.materials.ChosenMaterials;
import io.moneyprinter.codecs.materials.Picture;
import io.moneyprinter.codecs.materials.SceneMaterial;
import io.moneyprinter.materials.source.CandidateRanker.Ranked;
import io.moneyprinter.platform.pools.Pool;
import io.moneyprinter.platform.pools.WorkerPools;
import io.moneyprinter.platform.tasks.TaskContext;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Gives the scenes that nothing of the user's own fits a picture from the sources. What cannot be
 * had stays drawn: a job never fails for want of a clip.
 */
public final class SourcedScenes {
  private final SourceRegistry registry;
  private final CandidateRanker ranker;
  private final WorkerPools pools;
  private final Limits limits;

  /**
   * How much may be done for one video.
   *
   * @param search for one answer of one source
   * @param total for everything
   * @param threshold the least score with which a candidate is shown
   */
  public record Limits(Duration search, Duration total, double threshold) {}

  public SourcedScenes(
      SourceRegistry registry, CandidateRanker ranker, WorkerPools pools, Limits limits) {
    this.registry = registry;
    this.ranker = ranker;
    this.pools = pools;
    this.limits = limits;
  }

  /**
   * The same choice with drawn pictures replaced where a source has what fits. Fails only when the
   * work is cancelled or the books on paid calls refuse.
   *
   * @param chosen one picture for each scene, from the user's own files or drawn
   */
  public Future<ChosenMaterials> fill(
      ChooseMaterials request, ChosenMaterials chosen, TaskContext task) {
    List<String> notes = new ArrayList<>(chosen.notes());
    List<MaterialSource> asked = asked(request.materials().source(), notes);
    List<Scene> open = open(request, chosen);
    if (asked.isEmpty() || open.isEmpty()) {
      return Future.succeededFuture(new ChosenMaterials(chosen.scenes(), notes));
    }
    SourceRoll roll = new SourceRoll(asked, limits.search());
    Bidding bidding = new Bidding();
    long end = System.nanoTime() + limits.total().toNanos();
    return SideBySide.each(open, scene -> look(request, scene, roll, bidding, end))
        .compose(
            looked -> {
              bidding.assign();
              return SideBySide.each(
                  open, scene -> fetch(request, scene, new Work(roll, bidding, task, end)));
            })
        .map(
            done -> {
              notes.addAll(roll.notes());
              notes.addAll(bidding.notes());
              return new ChosenMaterials(merged(chosen, bidding), notes);
            });
  }

  /** What fetching works with. */
  private record Work(SourceRoll roll, Bidding bidding, TaskContext task, long end) {
    boolean over() {
      return System.nanoTime() > end || task.cancelled();
    }
  }

  private List<MaterialSource> asked(List<String> named, List<String> notes) {
    List<MaterialSource> asked = new ArrayList<>();
    boolean auto = named.isEmpty() || named.contains("auto");
    for (String name : auto ? registry.usual() : named) {
      if (name.equals("generated")) {
        break;
      }
      registry
          .of(name)
          .ifPresent(
              source -> {
                if (source.readiness() == MaterialSource.Readiness.UNSET) {
                  notes.add(name + " was left out: set materials.sources." + name + ".api-key");
                } else {
                  asked.add(source);
                }
              });
    }
    return asked;
  }

  private static List<Scene> open(ChooseMaterials request, ChosenMaterials chosen) {
    List<Scene> open = new ArrayList<>();
    for (SceneMaterial material : chosen.scenes()) {
      if (material.picture() instanceof Picture.Generated) {
        request.script().scenes().stream()
            .filter(scene -> scene.index() == material.scene())
            .forEach(open::add);
      }
    }
    return open;
  }

  /** Widens the search step by step until something fits. */
  private Future<Void> look(
      ChooseMaterials request, Scene scene, SourceRoll roll, Bidding bidding, long end) {
    return look(request, scene, roll, bidding, end, 0);
  }

  private Future<Void> look(
      ChooseMaterials request, Scene scene, SourceRoll roll, Bidding bidding, long end, int step) {
    List<SourceQuery> steps = SearchSteps.of(request.script(), scene, request.canvas());
    if (step >= steps.size() || System.nanoTime() > end) {
      return Future.succeededFuture();
    }
    return roll.search(steps.get(step))
        .compose(found -> pools.run(Pool.MEDIA, () -> ranker.rank(request, scene, found)))
        .compose(
            ranked -> {
              List<Ranked> good =
                  ranked.stream().filter(one -> one.score() >= limits.threshold()).toList();
              bidding.offer(scene.index(), good);
              return bidding.plenty(scene.index())
                  ? Future.succeededFuture()
                  : look(request, scene, roll, bidding, end, step + 1);
            });
  }

  private Future<Void> fetch(ChooseMaterials request, Scene scene, Work work) {
    Ranked best = work.over() ? null : work.bidding().next(scene.index());
    if (best == null) {
      return Future.succeededFuture();
    }
    Wanted wanted =
        new Wanted(
            request.canvas().width(),
            request.canvas().height(),
            SpokenLength.seconds(scene.narration()));
    return work.roll()
        .fetch(best.candidate(), wanted, work.task())
        .map(fetched -> material(scene, best, fetched))
        .<Void>map(
            material -> {
              work.bidding().won(material);
              return null;
            })
        .recover(
            cause -> {
              work.bidding().lost(best.candidate(), ServiceFailure.from(cause));
              return fetch(request, scene, work);
            });
  }

  private static SceneMaterial material(Scene scene, Ranked best, Fetched fetched) {
    Candidate from = fetched.candidate();
    return new SceneMaterial(
        scene.index(), fetched.picture(), best.score(), best.reasons(), Credit.of(from));
  }

  private static List<SceneMaterial> merged(ChosenMaterials chosen, Bidding bidding) {
    return chosen.scenes().stream()
        .map(material -> bidding.winner(material.scene()).orElse(material))
        .toList();
  }
}
