package io.moneyprinter.video.timeline;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.materials.Picture;
import io.moneyprinter.codecs.speech.Speech;
import io.moneyprinter.codecs.video.AudioMix;
import io.moneyprinter.codecs.video.Canvas;
import io.moneyprinter.codecs.video.Caption;
import io.moneyprinter.codecs.video.Clip;
import io.moneyprinter.codecs.video.Motion;
import io.moneyprinter.codecs.video.PlanVideo;
import io.moneyprinter.codecs.video.Timeline;
import io.moneyprinter.codecs.video.VideoBrief;
import io.moneyprinter.video.captions.CaptionPhrases;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Lays a video out: how long each scene is, what shows, when is spoken. Pure: equal requests give
 * equal timelines, as all that is random is drawn from the brief's seed.
 */
public final class TimelinePlanner {
  private static final double LOUDNESS = -14;

  /** The first moments of footage are often a shaking hand: where there is enough, they go. */
  private static final double SKIP_SECONDS = 0.5;

  /** Lays the video out; {@code INVALID} when its parts do not belong together. */
  public Timeline plan(PlanVideo request) {
    VideoBrief brief = request.brief();
    requireComplete(request);
    long seed = brief.seed();
    Canvas canvas = brief.canvas();
    ScenePace pace = ScenePace.of(canvas, brief.transition());
    int scenes = request.script().scenes().size();
    MotionChooser motions = new MotionChooser(seed);
    TransitionChooser transitions = new TransitionChooser(brief.transition(), seed);
    List<Clip> clips = new ArrayList<>();
    List<Caption> captions = new ArrayList<>();
    List<AudioMix.Cue> voice = new ArrayList<>();
    int start = 0;
    for (int scene = 0; scene < scenes; scene++) {
      Speech speech = request.speech().get(scene);
      int frames = pace.frames(scene, scenes, canvas.framesFor(speech.seconds()));
      int lead = scene == 0 ? 0 : pace.blend();
      int tail = scene == scenes - 1 ? 0 : pace.blend();
      Picture picture = request.materials().scenes().get(scene).picture();
      double needed = canvas.secondsOf(frames + tail);
      clips.add(
          new Clip(
              scene,
              start,
              frames,
              lead,
              tail,
              picture,
              beginning(picture, needed, seed + scene),
              motion(picture, canvas, motions),
              request.script().scenes().get(scene).title(),
              lead == 0 ? null : transitions.next()));
      int spoken = start + pace.speechAt(scene);
      voice.add(new AudioMix.Cue(speech.audio(), canvas.secondsOf(spoken)));
      captions.addAll(
          CaptionPhrases.of(
              speech.words(),
              request.script().language(),
              spoken,
              start + frames,
              canvas.fps(),
              brief.captions().maxWords()));
      start += frames;
    }
    AudioMix audio =
        new AudioMix(
            voice,
            request.music().audio(),
            brief.music().volume(),
            canvas.secondsOf(start),
            LOUDNESS);
    return new Timeline(canvas, start, clips, brief.captions(), captions, audio, seed);
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

  private static Motion motion(Picture picture, Canvas canvas, MotionChooser motions) {
    return picture instanceof Picture.Still still
        ? motions.next(still.width(), still.height(), canvas)
        : null;
  }

  /**
   * Where footage begins: past its first moments when it is long enough, somewhere in its first
   * half of what is to spare. Footage that is too short is played again from its beginning.
   */
  private static double beginning(Picture picture, double needed, long seed) {
    if (!(picture instanceof Picture.Footage footage)) {
      return 0;
    }
    double spare = footage.seconds() - needed;
    if (spare <= SKIP_SECONDS) {
      return 0;
    }
    double chosen =
        SKIP_SECONDS + new SplittableRandom(seed).nextDouble() * (spare - SKIP_SECONDS) / 2;
    return Math.floor(chosen * 1000) / 1000;
  }
}
