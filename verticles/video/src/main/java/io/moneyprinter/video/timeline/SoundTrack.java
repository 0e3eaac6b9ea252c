package io.moneyprinter.video.timeline;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.materials.Picture;
import io.moneyprinter.codecs.video.AudioMix;
import io.moneyprinter.codecs.video.Canvas;
import io.moneyprinter.codecs.video.Clip;
import io.moneyprinter.codecs.video.SoundBrief;
import java.util.ArrayList;
import java.util.List;

/** What is heard beside voice and music. */
final class SoundTrack {
  private final Canvas canvas;
  private final MediaShelf shelf;

  SoundTrack(Canvas canvas, MediaShelf shelf) {
    this.canvas = canvas;
    this.shelf = shelf;
  }

  /**
   * The own sound of clips whose shots ask for it, then the effects.
   *
   * @param clips one for each shot
   * @param frames length of the video
   */
  List<AudioMix.Sound> lay(
      List<PlannedShot> shots, List<Clip> clips, List<SoundBrief> effects, int frames) {
    List<AudioMix.Sound> sounds = new ArrayList<>();
    for (int i = 0; i < shots.size(); i++) {
      Double volume = shots.get(i).wish().volume();
      if (volume != null
          && clips.get(i).picture() instanceof Picture.Footage footage
          && Boolean.TRUE.equals(footage.audio())) {
        sounds.add(own(clips.get(i), footage, volume));
      }
    }
    for (int i = 0; i < effects.size(); i++) {
      sounds.add(effect("/sounds/" + i, effects.get(i), canvas.secondsOf(frames)));
    }
    return sounds;
  }

  /** Swells and fades with the picture; it is not played again where the footage is. */
  private AudioMix.Sound own(Clip clip, Picture.Footage footage, double volume) {
    double seconds =
        Math.min(
            canvas.secondsOf(clip.frames() + clip.tail()),
            (footage.seconds() - clip.in()) / clip.pace());
    int blend = Math.max(clip.lead(), clip.tail());
    return new AudioMix.Sound(
        AudioMix.Kind.CLIP,
        footage.blob(),
        canvas.secondsOf(clip.start()),
        clip.in(),
        seconds,
        volume,
        blend == 0 ? null : Math.min(canvas.secondsOf(blend), seconds / 2),
        clip.speed(),
        null);
  }

  private AudioMix.Sound effect(String pointer, SoundBrief effect, double seconds) {
    if (effect.at() >= seconds) {
      throw ServiceFailure.invalid(
          pointer + "/at",
          "must be less than %.2f seconds, for the video is no longer".formatted(seconds));
    }
    return new AudioMix.Sound(
        AudioMix.Kind.EFFECT,
        shelf.sound(pointer + "/media", effect.media()),
        effect.at(),
        0,
        null,
        effect.volume(),
        null,
        null,
        null);
  }
}
