package io.moneyprinter.video.timeline;

import io.moneyprinter.codecs.materials.Picture;
import io.moneyprinter.codecs.video.AudioMix;
import io.moneyprinter.codecs.video.Brand;
import io.moneyprinter.codecs.video.Clip;
import io.moneyprinter.codecs.video.Grade;
import io.moneyprinter.codecs.video.Overlay;
import io.moneyprinter.codecs.video.OverlayBrief;
import io.moneyprinter.codecs.video.SceneBrief;
import io.moneyprinter.codecs.video.Timeline;
import io.moneyprinter.codecs.video.VideoBrief;
import java.util.LinkedHashMap;
import java.util.Map;

/** Finds every file that a brief names, with the pointer to where it does. */
final class MediaNames {
  private final Map<String, String> names = new LinkedHashMap<>();

  private MediaNames() {}

  /** File names by pointers, in the order of the brief. */
  static Map<String, String> of(VideoBrief brief) {
    MediaNames found = new MediaNames();
    if (brief.timeline() != null) {
      found.timeline(brief.timeline());
    }
    for (int i = 0; i < brief.scenes().size(); i++) {
      SceneBrief scene = brief.scenes().get(i);
      found.add("/scenes/" + i + "/media", scene.media());
      found.grade("/scenes/" + i, scene.grade());
    }
    for (int i = 0; i < brief.overlays().size(); i++) {
      OverlayBrief overlay = brief.overlays().get(i);
      found.add("/overlays/" + i + "/media", overlay.media());
      found.grade("/overlays/" + i, overlay.grade());
    }
    for (int i = 0; i < brief.sounds().size(); i++) {
      found.add("/sounds/" + i + "/media", brief.sounds().get(i).media());
    }
    Brand brand = brief.brand();
    if (brand != null) {
      found.add("/brand/logo", brand.logo());
      found.add("/brand/watermark", brand.watermark());
      found.add("/brand/intro", brand.intro());
      found.add("/brand/outro", brand.outro());
    }
    return found.names;
  }

  private void timeline(Timeline timeline) {
    for (int i = 0; i < timeline.clips().size(); i++) {
      Clip clip = timeline.clips().get(i);
      picture("/timeline/clips/" + i, clip.picture());
      grade("/timeline/clips/" + i, clip.grade());
    }
    for (int i = 0; i < timeline.overlays().size(); i++) {
      Overlay overlay = timeline.overlays().get(i);
      picture("/timeline/overlays/" + i, overlay.picture());
      grade("/timeline/overlays/" + i, overlay.grade());
    }
    AudioMix audio = timeline.audio();
    for (int i = 0; i < audio.voice().size(); i++) {
      add("/timeline/audio/voice/" + i + "/media", audio.voice().get(i).media());
    }
    for (int i = 0; i < audio.sounds().size(); i++) {
      add("/timeline/audio/sounds/" + i + "/media", audio.sounds().get(i).media());
    }
    add("/timeline/audio/musicMedia", audio.musicMedia());
  }

  private void picture(String pointer, Picture picture) {
    if (picture instanceof Picture.Named named) {
      add(pointer + "/picture/media", named.media());
    }
  }

  private void grade(String pointer, Grade grade) {
    add(pointer + "/grade/lutMedia", grade == null ? null : grade.lutMedia());
  }

  private void add(String pointer, String name) {
    if (name != null) {
      names.put(pointer, name);
    }
  }
}
