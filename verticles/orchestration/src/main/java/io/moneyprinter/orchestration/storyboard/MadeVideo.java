package io.moneyprinter.orchestration.storyboard;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.content.ContentMessages;
import io.moneyprinter.codecs.content.Scene;
import io.moneyprinter.codecs.content.Script;
import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.codecs.materials.ChosenMaterials;
import io.moneyprinter.codecs.materials.MaterialsMessages;
import io.moneyprinter.codecs.materials.SceneMaterial;
import io.moneyprinter.codecs.orchestration.Job;
import io.moneyprinter.codecs.speech.Speech;
import io.moneyprinter.codecs.speech.SpeechMessages;
import io.moneyprinter.codecs.storyboard.MadeScene;
import io.moneyprinter.codecs.storyboard.StoryboardScene;
import io.moneyprinter.codecs.video.SceneBrief;
import io.moneyprinter.orchestration.state.StepContent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the steps of a job have made that a storyboard is about.
 *
 * @param speech by the index of the scene; empty before anything is spoken
 * @param shown what was chosen, by the index of the scene; empty before
 */
record MadeVideo(
    Job job, Script script, Map<Integer, Speech> speech, Map<Integer, SceneMaterial> shown) {
  /** The tasks whose results it is read from. */
  static final Set<String> TASKS =
      Set.of(
          ContentMessages.WRITE_SCRIPT.address(),
          SpeechMessages.SYNTHESIZE.address(),
          MaterialsMessages.CHOOSE.address());

  /** Fails with {@code CONFLICT} for a job without a script. */
  static MadeVideo of(Job job, List<StepContent> results) {
    Optional<Script> script =
        results.stream()
            .filter(done -> done.address().equals(ContentMessages.WRITE_SCRIPT.address()))
            .map(done -> read(done.result(), Script.class))
            .findFirst();
    if (job.brief().timeline() != null) {
      throw ServiceFailure.conflict(
          "This video was ordered as a timeline: it has no storyboard; order it again with another"
              + " timeline");
    }
    Map<Integer, Speech> speech = new HashMap<>();
    Map<Integer, SceneMaterial> shown = new HashMap<>();
    for (StepContent done : results) {
      if (done.address().equals(SpeechMessages.SYNTHESIZE.address())) {
        speech.put(done.part(), read(done.result(), Speech.class));
      } else if (done.address().equals(MaterialsMessages.CHOOSE.address())) {
        read(done.result(), ChosenMaterials.class)
            .scenes()
            .forEach(scene -> shown.put(scene.scene(), scene));
      }
    }
    return new MadeVideo(
        job,
        script.orElseThrow(
            () ->
                ServiceFailure.conflict(
                    "The script of this video is not written yet: wait for its step to be done")),
        speech,
        shown);
  }

  /** The scenes as they are. */
  List<MadeScene> scenes() {
    return script.scenes().stream().map(this::scene).toList();
  }

  private MadeScene scene(Scene scene) {
    Optional<Speech> spoken = Optional.ofNullable(speech.get(scene.index()));
    return new MadeScene(
        scene.index(),
        scene.narration(),
        scene.terms(),
        spoken.map(Speech::seconds).orElse(null),
        spoken.map(Speech::audio).orElse(null),
        shownKey(scene.index()).orElse(null),
        Optional.ofNullable(shown.get(scene.index())).map(SceneMaterial::picture).orElse(null),
        scene.voice(),
        scene.delivery());
  }

  /** What a scene shows, as it is picked. */
  Optional<String> shownKey(int scene) {
    return Optional.ofNullable(shown.get(scene))
        .map(SceneMaterial::provenance)
        .map(
            from ->
                from.source().equals("generated")
                    ? from.source()
                    : from.source() + ":" + from.id());
  }

  /** The storyboard that makes just this video. */
  List<StoryboardScene> storyboard() {
    List<StoryboardScene> scenes = new ArrayList<>();
    for (Scene scene : script.scenes()) {
      int index = scene.index();
      String pick = job.brief().materials().picks().get(Integer.toString(index));
      scenes.add(new StoryboardScene("s" + (index + 1), index, brief(scene), pick, false));
    }
    return scenes;
  }

  /** What its owner asked for, where he did, said in the words that the script has. */
  private SceneBrief brief(Scene scene) {
    List<SceneBrief> given = job.brief().scenes();
    SceneBrief base =
        scene.index() < given.size()
            ? given.get(scene.index())
            : new SceneBrief(null, List.of(), null);
    return new SceneBrief(
        scene.markup() == null ? scene.narration() : scene.markup(),
        scene.terms(),
        scene.title(),
        base.media(),
        base.in(),
        base.speed(),
        base.volume(),
        base.fit(),
        base.grade(),
        base.transition(),
        base.transitionSeconds(),
        scene.voice(),
        scene.delivery());
  }

  private static <T> T read(String json, Class<T> type) {
    try {
      return RecordJson.wire().readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A stored " + type.getSimpleName() + " does not read", e);
    }
  }
}
