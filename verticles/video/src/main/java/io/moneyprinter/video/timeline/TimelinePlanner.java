package io.moneyprinter.video.timeline;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.video.AudioMix;
import io.moneyprinter.codecs.video.Canvas;
import io.moneyprinter.codecs.video.CaptionStyle;
import io.moneyprinter.codecs.video.Clip;
import io.moneyprinter.codecs.video.Overlay;
import io.moneyprinter.codecs.video.PlanVideo;
import io.moneyprinter.codecs.video.Timeline;
import io.moneyprinter.codecs.video.VideoBrief;
import java.util.ArrayList;
import java.util.List;

/**
 * Lays a video out: how long each scene is, what shows, when is spoken. Pure: equal requests give
 * equal timelines, as all that is random is drawn from the brief's seed.
 */
public final class TimelinePlanner {
  private static final double LOUDNESS = -14;

  /**
   * Lays the video out; {@code INVALID} when its parts do not belong together.
   *
   * @param canvas may be another than the brief's, with the same frame rate
   * @param shelf the files that the brief names
   */
  public Timeline plan(PlanVideo request, Canvas canvas, MediaShelf shelf) {
    requireComplete(request);
    VideoBrief brief = request.brief();
    BrandTrack brand =
        new BrandTrack(
            brief.brand(),
            canvas,
            shelf,
            brief.transition(),
            SceneShots.blend(canvas, brief.transition(), brief.transitionSeconds()));
    List<PlannedShot> before = brand.before();
    List<PlannedShot> after = brand.after(brief.seed());
    List<PlannedShot> shots = new ArrayList<>(before);
    shots.addAll(
        new SceneShots(request, canvas, shelf, brand).all(before.isEmpty(), after.isEmpty()));
    shots.addAll(after);
    List<Clip> clips = new ClipTrack(canvas, brief.seed(), shelf).lay(shots);
    int frames = shots.stream().mapToInt(PlannedShot::frames).sum();
    SpokenTrack spoken = new SpokenTrack(request, canvas, shots, clips);
    List<Overlay> overlays =
        new ArrayList<>(new OverlayTrack(canvas, shelf, frames).lay(brief.overlays()));
    overlays.addAll(brand.overlays(frames));
    AudioMix audio =
        new AudioMix(
            spoken.voice(),
            request.music().audio(),
            brief.music().volume(),
            canvas.secondsOf(frames),
            LOUDNESS,
            new SoundTrack(canvas, shelf).lay(shots, clips, brief.sounds(), frames),
            null,
            brief.narration().effects());
    return new Timeline(
        Timeline.VERSION,
        canvas,
        frames,
        clips,
        overlays,
        style(brief),
        spoken.captions(),
        audio,
        brief.seed());
  }

  /** In the brand's font, unless the brief names one. */
  static CaptionStyle style(VideoBrief brief) {
    CaptionStyle style = brief.captions();
    return style.font() == null && brief.brand() != null && brief.brand().font() != null
        ? style.inFont(brief.brand().font())
        : style;
  }

  private static void requireComplete(PlanVideo request) {
    int scenes = request.script().scenes().size();
    if (scenes == 0) {
      throw ServiceFailure.invalid(
          "/script/scenes", "The script has no scenes: write at least one");
    }
    if (request.speech().size() != scenes || request.materials().scenes().size() != scenes) {
      throw ServiceFailure.invalid(
          "/speech",
          "%d scenes need as many narrations and pictures, but there are %d and %d"
              .formatted(scenes, request.speech().size(), request.materials().scenes().size()));
    }
    if (request.brief().seed() == null) {
      throw ServiceFailure.invalid("/brief/seed", "The seed is not decided: draw one first");
    }
  }
}
