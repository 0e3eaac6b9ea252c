package io.moneyprinter.video.timeline;

import io.moneyprinter.codecs.speech.Speech;
import io.moneyprinter.codecs.video.AudioMix;
import io.moneyprinter.codecs.video.Canvas;
import io.moneyprinter.codecs.video.Caption;
import io.moneyprinter.codecs.video.Clip;
import io.moneyprinter.codecs.video.PlanVideo;
import io.moneyprinter.codecs.video.ScenePace;
import io.moneyprinter.video.captions.CaptionPhrases;
import java.util.ArrayList;
import java.util.List;

/** When each scene is spoken, and what is then to be read. */
final class SpokenTrack {
  private final List<PlannedShot> shots;
  private final List<AudioMix.Cue> voice = new ArrayList<>();
  private final List<Caption> captions = new ArrayList<>();

  /**
   * @param clips one for each shot, in their order
   */
  SpokenTrack(PlanVideo request, Canvas canvas, List<PlannedShot> shots, List<Clip> clips) {
    this.shots = shots;
    ScenePace pace = ScenePace.of(canvas);
    for (int i = 0; i < shots.size(); i++) {
      Clip clip = clips.get(i);
      if (clip.scene() != PlannedShot.NO_SCENE && !shots.get(i).continues()) {
        Speech speech = request.speech().get(clip.scene());
        int spoken = clip.start() + pace.speechAt(i == 0, shots.get(i).blend());
        voice.add(new AudioMix.Cue(speech.audio(), canvas.secondsOf(spoken)));
        captions.addAll(
            CaptionPhrases.of(
                speech.words(),
                request.script().language(),
                spoken,
                clip.start() + clip.frames() + continued(i),
                canvas.fps(),
                request.brief().captions().maxWords()));
      }
    }
  }

  /** Frames that a scene goes on for after its first shot. */
  private int continued(int first) {
    int frames = 0;
    for (int i = first + 1; i < shots.size() && shots.get(i).continues(); i++) {
      frames += shots.get(i).frames();
    }
    return frames;
  }

  List<AudioMix.Cue> voice() {
    return voice;
  }

  List<Caption> captions() {
    return captions;
  }
}
