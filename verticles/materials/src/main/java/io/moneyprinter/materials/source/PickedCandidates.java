package io.moneyprinter.materials.source;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.content.Scene;
import io.moneyprinter.codecs.materials.Candidate;
import io.moneyprinter.codecs.materials.ChooseMaterials;
import io.moneyprinter.codecs.materials.ChosenMaterials;
import io.moneyprinter.codecs.materials.SceneMaterial;
import io.moneyprinter.platform.tasks.TaskContext;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Brings what a person picked for scenes from its source. */
public final class PickedCandidates {
  private final SourceRegistry registry;

  public PickedCandidates(SourceRegistry registry) {
    this.registry = registry;
  }

  /**
   * The same choice with what was picked. Fails when one cannot be had, for nothing else was asked.
   *
   * @param picked candidates by the index of their scene
   */
  public Future<ChosenMaterials> bring(
      ChooseMaterials request,
      ChosenMaterials chosen,
      Map<Integer, Candidate> picked,
      TaskContext task) {
    Map<Integer, SceneMaterial> brought = new ConcurrentHashMap<>();
    List<Scene> scenes =
        request.script().scenes().stream()
            .filter(scene -> picked.containsKey(scene.index()))
            .toList();
    return SideBySide.each(
            scenes,
            scene ->
                bring(request, scene, picked.get(scene.index()), task)
                    .map(
                        material -> {
                          brought.put(scene.index(), material);
                          return null;
                        }))
        .map(
            done ->
                new ChosenMaterials(
                    chosen.scenes().stream()
                        .map(material -> brought.getOrDefault(material.scene(), material))
                        .toList(),
                    chosen.notes(),
                    chosen.more().stream()
                        .filter(material -> !brought.containsKey(material.scene()))
                        .toList()));
  }

  private Future<SceneMaterial> bring(
      ChooseMaterials request, Scene scene, Candidate candidate, TaskContext task) {
    String pointer = "/materials/picks/" + scene.index();
    MaterialSource source =
        registry
            .of(candidate.source())
            .orElseThrow(
                () ->
                    ServiceFailure.invalid(
                        pointer,
                        "There is no source "
                            + candidate.source()
                            + " any more: pick another candidate"));
    Wanted wanted =
        new Wanted(
            request.canvas().width(),
            request.canvas().height(),
            SpokenLength.seconds(scene.narration()));
    return source
        .fetch(candidate, wanted, task)
        .map(
            fetched ->
                new SceneMaterial(
                    scene.index(),
                    fetched.picture(),
                    0,
                    List.of("picked by hand"),
                    Credit.of(fetched.candidate())))
        .recover(cause -> Future.failedFuture(at(pointer, ServiceFailure.from(cause))));
  }

  /** A file that is of no use is told where the pick stands. */
  private static ServiceFailure at(String pointer, ServiceFailure failure) {
    return failure.code() == FailureCode.INVALID
        ? ServiceFailure.invalid(pointer, failure.getMessage())
        : failure;
  }
}
