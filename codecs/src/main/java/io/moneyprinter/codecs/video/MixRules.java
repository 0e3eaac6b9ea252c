package io.moneyprinter.codecs.video;

import static io.moneyprinter.codecs.video.Faults.blank;

import io.moneyprinter.codecs.storage.Blob;

/** What the sound of a timeline must be like. */
final class MixRules {
  static final int MAX_SOUNDS = 1_000;

  private final Faults faults;
  private final AudioMix mix;
  private final double seconds;
  private final double frame;

  MixRules(Faults faults, Timeline timeline) {
    this.faults = faults;
    this.mix = timeline.audio();
    this.seconds = timeline.canvas().secondsOf(timeline.frames());
    this.frame = timeline.canvas().secondsOf(1);
  }

  void check() {
    faults.when(
        !(Math.abs(mix.seconds() - seconds) < frame),
        "/audio/seconds",
        "must be %.3f, the length of the picture".formatted(seconds));
    faults.range("/audio/loudness", mix.loudness(), -40, -5, "LUFS");
    faults.volume("/audio/musicDecibels", mix.musicDecibels());
    faults.when(
        mix.music() != null && mix.musicMedia() != null,
        "/audio/musicMedia",
        "is given beside music: keep one of them");
    faults.atMost("/audio/voice", mix.voice().size(), MAX_SOUNDS, "narrations");
    faults.atMost("/audio/sounds", mix.sounds().size(), MAX_SOUNDS, "sounds");
    for (int i = 0; i < mix.voice().size(); i++) {
      AudioMix.Cue cue = mix.voice().get(i);
      source("/audio/voice/" + i, cue.audio(), cue.media());
      within("/audio/voice/" + i, cue.start());
    }
    for (int i = 0; i < mix.sounds().size(); i++) {
      sound("/audio/sounds/" + i, mix.sounds().get(i));
    }
  }

  private void sound(String pointer, AudioMix.Sound sound) {
    faults.when(sound.kind() == null, pointer + "/kind", "must be clip or effect");
    source(pointer, sound.audio(), sound.media());
    within(pointer, sound.start());
    faults.when(!(sound.in() >= 0), pointer + "/in", "must be 0 or more (seconds)");
    faults.positive(pointer + "/seconds", sound.seconds(), TimelineRules.MAX_SECONDS, "seconds");
    faults.volume(pointer + "/decibels", sound.decibels());
    faults.range(pointer + "/fade", sound.fade(), 0, 10, "seconds");
    faults.speed(pointer + "/speed", sound.speed());
  }

  private void source(String pointer, Blob audio, String media) {
    faults.when(
        (audio == null) == blank(media),
        pointer,
        "must have one of media (the name of a file of the collection) and audio");
  }

  private void within(String pointer, double start) {
    faults.when(
        !(start >= 0 && start < seconds),
        pointer + "/start",
        "must lie in the video, which lasts %.2f seconds".formatted(seconds));
  }
}
