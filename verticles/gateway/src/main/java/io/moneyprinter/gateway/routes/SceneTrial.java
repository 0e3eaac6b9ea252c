package io.moneyprinter.gateway.routes;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.content.Scene;
import io.moneyprinter.codecs.content.Script;
import io.moneyprinter.codecs.materials.ChooseMaterials;
import io.moneyprinter.codecs.materials.SearchScene;
import io.moneyprinter.codecs.orchestration.Job;
import io.moneyprinter.codecs.speech.SpeechMarkup;
import io.moneyprinter.codecs.speech.Synthesize;
import io.moneyprinter.codecs.storyboard.Storyboard;
import io.moneyprinter.codecs.storyboard.StoryboardScene;
import io.moneyprinter.codecs.video.MaterialsBrief;
import io.moneyprinter.codecs.video.SceneBrief;
import io.moneyprinter.codecs.video.VideoBrief;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One scene of a storyboard, asked for just as the render would ask for it, so that what is tried
 * out is what comes out, and is not made twice. Pure.
 */
record SceneTrial(Job job, Storyboard board, int place) {
  /** Fails with {@code INVALID} where there is no scene of that id. */
  static SceneTrial of(Job job, Storyboard board, String id) {
    return new SceneTrial(job, board, place(board, id));
  }

  /**
   * Where a scene stands in its storyboard.
   *
   * @throws ServiceFailure {@code INVALID} where there is none of that id
   */
  static int place(Storyboard board, String id) {
    List<StoryboardScene> scenes = board.scenes();
    for (int i = 0; i < scenes.size(); i++) {
      if (scenes.get(i).id().equals(id)) {
        return i;
      }
    }
    throw ServiceFailure.invalid(
        "/scene", "must be the id of a scene of the storyboard, such as " + scenes.get(0).id());
  }

  private StoryboardScene scene() {
    return board.scenes().get(place);
  }

  /** Its voice. */
  Synthesize spoken() {
    SceneBrief said = scene().scene();
    VideoBrief brief = job.brief();
    List<String> narrations = new ArrayList<>();
    board.scenes().forEach(each -> narrations.add(plain(each.scene().narration())));
    return new Synthesize(
        narrations.get(place),
        board.language(),
        brief.voice(),
        board.rate() == null ? brief.rate() : board.rate(),
        said.voice(),
        said.delivery(),
        brief.narration(),
        brief.materials().collection(),
        SpeechMarkup.is(said.narration()) ? said.narration() : null,
        narrations,
        place);
  }

  private static String plain(String narration) {
    return SpeechMarkup.is(narration) ? SpeechMarkup.parse(narration).plain() : narration;
  }

  /**
   * What it could show.
   *
   * @param query what is looked for; {@code null} for what the scene itself says
   */
  SearchScene clips(String query) {
    SceneBrief said = scene().scene();
    VideoBrief brief = job.brief();
    List<String> terms = query == null ? said.terms() : List.of(query);
    Scene one = new Scene(0, plain(said.narration()), terms, said.title());
    MaterialsBrief materials =
        new MaterialsBrief(brief.materials().collection(), brief.materials().source(), Map.of());
    return new SearchScene(
        job.id(),
        scene().id(),
        new ChooseMaterials(
            new Script(board.title(), board.language(), List.of(one), "user", 0),
            materials,
            brief.canvas(),
            brief.seed() == null ? 0 : brief.seed(),
            brief.narration()));
  }
}
