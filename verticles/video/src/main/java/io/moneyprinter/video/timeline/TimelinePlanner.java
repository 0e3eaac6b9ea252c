package io.moneyprinter.video.timeline;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.content.Scene;
import io.moneyprinter.codecs.materials.Picture;
import io.moneyprinter.codecs.speech.Speech;
import io.moneyprinter.codecs.video.AudioMix;
import io.moneyprinter.codecs.video.Canvas;
import io.moneyprinter.codecs.video.Caption;
import io.moneyprinter.codecs.video.CaptionStyle;
import io.moneyprinter.codecs.video.Clip;
import io.moneyprinter.codecs.video.Overlay;
import io.moneyprinter.codecs.video.PlanVideo;
import io.moneyprinter.codecs.video.SceneBrief;
import io.moneyprinter.codecs.video.Timeline;
import io.moneyprinter.codecs.video.TransitionStyle;
import io.moneyprinter.codecs.video.VideoBrief;
import io.moneyprinter.video.captions.CaptionPhrases;
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
            blend(canvas, brief.transition(), brief.transitionSeconds()));
    List<Shot> before = brand.before();
    List<Shot> after = brand.after(brief.seed());
    ScenePace pace = ScenePace.of(canvas);
    List<Shot> shots = new ArrayList<>(before);
    int scenes = request.script().scenes().size();
    for (int scene = 0; scene < scenes; scene++) {
      boolean closes = scene == scenes - 1 && after.isEmpty();
      shots.add(shot(request, scene, canvas, pace, shots.isEmpty(), closes, brand, shelf));
    }
    shots.addAll(after);
    List<Clip> clips = new BaseTrack(canvas, brief.seed(), shelf).lay(shots);
    int frames = shots.stream().mapToInt(Shot::frames).sum();
    List<Caption> captions = new ArrayList<>();
    List<AudioMix.Cue> voice = new ArrayList<>();
    for (int i = 0; i < shots.size(); i++) {
      Clip clip = clips.get(i);
      if (clip.scene() != Shot.NO_SCENE) {
        Speech speech = request.speech().get(clip.scene());
        int spoken = clip.start() + pace.speechAt(i == 0, shots.get(i).blend());
        voice.add(new AudioMix.Cue(speech.audio(), canvas.secondsOf(spoken)));
        captions.addAll(
            CaptionPhrases.of(
                speech.words(),
                request.script().language(),
                spoken,
                clip.start() + clip.frames(),
                canvas.fps(),
                brief.captions().maxWords()));
      }
    }
    List<Overlay> overlays =
        new ArrayList<>(new OverlayTrack(canvas, shelf, frames).lay(brief.overlays()));
    overlays.addAll(brand.overlays(frames));
    AudioMix audio =
        new AudioMix(
            voice,
            request.music().audio(),
            brief.music().volume(),
            canvas.secondsOf(frames),
            LOUDNESS,
            new SoundTrack(canvas, shelf).lay(shots, clips, brief.sounds(), frames),
            null);
    return new Timeline(
        Timeline.VERSION,
        canvas,
        frames,
        clips,
        overlays,
        style(brief),
        captions,
        audio,
        brief.seed());
  }

  private static Shot shot(
      PlanVideo request,
      int index,
      Canvas canvas,
      ScenePace pace,
      boolean opens,
      boolean closes,
      BrandTrack brand,
      MediaShelf shelf) {
    VideoBrief brief = request.brief();
    Scene scene = request.script().scenes().get(index);
    boolean ownScenes = brief.scenes().size() == request.script().scenes().size();
    SceneBrief wish = ownScenes ? brief.scenes().get(index) : Shot.NO_WISH;
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
    return new Shot(index, picture, frames, blend, style, wish, scene.title());
  }

  private static int blend(Canvas canvas, TransitionStyle style, double seconds) {
    return style == TransitionStyle.CUT ? 0 : (int) (seconds * canvas.fps() + 1e-9);
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
