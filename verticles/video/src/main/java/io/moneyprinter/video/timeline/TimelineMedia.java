package io.moneyprinter.video.timeline;

import io.moneyprinter.codecs.materials.Picture;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.video.AudioMix;
import io.moneyprinter.codecs.video.Clip;
import io.moneyprinter.codecs.video.Overlay;
import io.moneyprinter.codecs.video.Timeline;
import java.util.ArrayList;
import java.util.List;

/** Puts the files in place of their names in a timeline that a user gave. */
final class TimelineMedia {
  private static final String BASE = "/timeline";

  private final MediaShelf shelf;

  TimelineMedia(MediaShelf shelf) {
    this.shelf = shelf;
  }

  Timeline filledIn(Timeline timeline) {
    List<Clip> clips = new ArrayList<>();
    for (int i = 0; i < timeline.clips().size(); i++) {
      clips.add(clip(BASE + "/clips/" + i, timeline.clips().get(i)));
    }
    List<Overlay> overlays = new ArrayList<>();
    for (int i = 0; i < timeline.overlays().size(); i++) {
      overlays.add(overlay(BASE + "/overlays/" + i, timeline.overlays().get(i)));
    }
    return new Timeline(
        timeline.version(),
        timeline.canvas(),
        timeline.frames(),
        clips,
        overlays,
        timeline.captionStyle(),
        timeline.captions(),
        audio(timeline.audio()),
        timeline.seed());
  }

  private Clip clip(String pointer, Clip clip) {
    return new Clip(
        clip.scene(),
        clip.start(),
        clip.frames(),
        clip.lead(),
        clip.tail(),
        picture(pointer, clip.picture()),
        clip.in(),
        clip.motion(),
        clip.title(),
        clip.transition(),
        clip.speed(),
        clip.fit(),
        shelf.grade(pointer + "/grade/lutMedia", clip.grade()));
  }

  private Overlay overlay(String pointer, Overlay overlay) {
    return new Overlay(
        overlay.start(),
        overlay.frames(),
        picture(pointer, overlay.picture()),
        overlay.in(),
        overlay.speed(),
        overlay.fit(),
        shelf.grade(pointer + "/grade/lutMedia", overlay.grade()),
        overlay.width(),
        overlay.height(),
        overlay.radius(),
        overlay.path());
  }

  private Picture picture(String pointer, Picture picture) {
    return picture instanceof Picture.Named named
        ? shelf.picture(pointer + "/picture/media", named.media())
        : picture;
  }

  private AudioMix audio(AudioMix mix) {
    List<AudioMix.Cue> voice = new ArrayList<>();
    for (int i = 0; i < mix.voice().size(); i++) {
      AudioMix.Cue cue = mix.voice().get(i);
      String pointer = BASE + "/audio/voice/" + i + "/media";
      voice.add(new AudioMix.Cue(sound(pointer, cue.audio(), cue.media()), cue.start()));
    }
    List<AudioMix.Sound> sounds = new ArrayList<>();
    for (int i = 0; i < mix.sounds().size(); i++) {
      AudioMix.Sound sound = mix.sounds().get(i);
      String pointer = BASE + "/audio/sounds/" + i + "/media";
      sounds.add(
          new AudioMix.Sound(
              sound.kind(),
              sound(pointer, sound.audio(), sound.media()),
              sound.start(),
              sound.in(),
              sound.seconds(),
              sound.decibels(),
              sound.fade(),
              sound.speed(),
              null));
    }
    return new AudioMix(
        voice,
        sound(BASE + "/audio/musicMedia", mix.music(), mix.musicMedia()),
        mix.musicDecibels(),
        mix.seconds(),
        mix.loudness(),
        sounds,
        null,
        mix.voiceEffects());
  }

  private Blob sound(String pointer, Blob given, String media) {
    return media == null ? given : shelf.sound(pointer, media);
  }
}
