package io.moneyprinter.video.timeline;

import io.moneyprinter.codecs.content.Scene;
import io.moneyprinter.codecs.materials.Picture;
import io.moneyprinter.codecs.materials.SceneMaterial;
import io.moneyprinter.codecs.video.Canvas;
import io.moneyprinter.codecs.video.PlanVideo;
import io.moneyprinter.codecs.video.SceneBrief;
import io.moneyprinter.codecs.video.ScenePace;
import io.moneyprinter.codecs.video.TransitionStyle;
import io.moneyprinter.codecs.video.VideoBrief;
import java.util.ArrayList;
import java.util.List;

/** Makes a shot of every scene: as long as its speech needs, with what its brief asks for. */
final class SceneShots {
  private final PlanVideo request;
  private final VideoBrief brief;
  private final Canvas canvas;
  private final MediaShelf shelf;
  private final BrandTrack brand;
  private final ScenePace pace;

  SceneShots(PlanVideo request, Canvas canvas, MediaShelf shelf, BrandTrack brand) {
    this.request = request;
    this.brief = request.brief();
    this.canvas = canvas;
    this.shelf = shelf;
    this.brand = brand;
    this.pace = ScenePace.of(canvas);
  }

  /**
   * @param opens whether the video begins with the first scene
   * @param closes whether it ends with the last
   */
  List<PlannedShot> all(boolean opens, boolean closes) {
    int scenes = request.script().scenes().size();
    List<PlannedShot> shots = new ArrayList<>();
    for (int scene = 0; scene < scenes; scene++) {
      shots.addAll(cut(shot(scene, opens && scene == 0, closes && scene == scenes - 1)));
    }
    return shots;
  }

  /** A scene that has a second picture changes to it half-way, by a hard cut. */
  private List<PlannedShot> cut(PlannedShot shot) {
    SceneMaterial second = request.materials().second(shot.scene()).orElse(null);
    int first = (shot.frames() + 1) / 2;
    boolean pays = second != null && shot.wish().media() == null && first >= 2 * pace.least();
    if (!pays) {
      return List.of(shot);
    }
    return List.of(
        new PlannedShot(
            shot.scene(),
            shot.picture(),
            first,
            shot.blend(),
            shot.transition(),
            shot.wish(),
            shot.title()),
        new PlannedShot(
            shot.scene(),
            brand.dressed(second.picture()),
            shot.frames() - first,
            0,
            TransitionStyle.CUT,
            shot.wish(),
            null,
            true));
  }

  private PlannedShot shot(int index, boolean opens, boolean closes) {
    Scene scene = request.script().scenes().get(index);
    boolean ownScenes = brief.scenes().size() == request.script().scenes().size();
    SceneBrief wish = ownScenes ? brief.scenes().get(index) : PlannedShot.NO_WISH;
    Picture picture =
        wish.media() == null
            ? brand.dressed(request.materials().scenes().get(index).picture())
            : shelf.picture("/scenes/" + index + "/media", wish.media());
    TransitionStyle style = wish.transition() == null ? brief.transition() : wish.transition();
    double seconds =
        wish.transitionSeconds() == null ? brief.transitionSeconds() : wish.transitionSeconds();
    int blend = blend(canvas, style, seconds);
    int speech = canvas.framesFor(request.speech().get(index).seconds());
    int frames = pace.frames(opens, closes, blend, speech);
    return new PlannedShot(index, picture, frames, blend, style, wish, scene.title());
  }

  /** Frames of a transition, before it is held to the length of its clips. */
  static int blend(Canvas canvas, TransitionStyle style, double seconds) {
    return style == TransitionStyle.CUT ? 0 : (int) (seconds * canvas.fps() + 1e-9);
  }
}
