package io.moneyprinter.video.audio;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.video.AudioMix;
import io.moneyprinter.codecs.video.AudioMix.Kind;
import io.moneyprinter.codecs.video.AudioMix.Sound;
import io.moneyprinter.platform.pools.Pool;
import io.moneyprinter.platform.pools.WorkerPools;
import io.vertx.core.Future;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Lays the sounds of one kind on one long track, each on its exact sample. A few are decoded at a
 * time and gone once they are laid, so that a hundred need no more memory or room than one does.
 */
final class SoundLayer {
  private static final int AT_A_TIME = 4;
  private static final double FADE = 0.02;
  private static final double SLOWEST = 0.05;
  private static final double FASTEST = 20;

  private final SoundDecoder decoder;
  private final WorkerPools pools;
  private final Path folder;

  SoundLayer(SoundDecoder decoder, WorkerPools pools, Path folder) {
    this.decoder = decoder;
    this.pools = pools;
    this.folder = folder;
  }

  /** A sound and its place in the request. */
  private record Placed(Sound sound, int index) {
    String pointer(String field) {
      return "/mix/sounds/" + index + "/" + field;
    }
  }

  /** A sound as decoded. */
  private record Ready(Placed placed, Path file, Loudness loudness) {}

  /**
   * Writes the track, as long as the mix. {@code INVALID} names the sound at fault.
   *
   * @return whether there is any sound of the kind
   */
  Future<Boolean> lay(AudioMix mix, Kind kind, Path target) {
    return Future.succeededFuture(mix).compose(sane -> lay(wanted(mix, kind), mix, target));
  }

  private static List<Placed> wanted(AudioMix mix, Kind kind) {
    List<Placed> wanted = new ArrayList<>();
    for (int i = 0; i < mix.sounds().size(); i++) {
      Placed placed = new Placed(mix.sounds().get(i), i);
      if (placed.sound().kind() == kind) {
        requireSane(placed);
        if (VoiceTrack.samples(placed.sound().start()) < VoiceTrack.samples(mix.seconds())) {
          wanted.add(placed);
        }
      }
    }
    return wanted;
  }

  private Future<Boolean> lay(List<Placed> wanted, AudioMix mix, Path target) {
    if (wanted.isEmpty()) {
      return Future.succeededFuture(false);
    }
    Future<Void> laid = pools.run(Pool.MEDIA, () -> blank(target, mix.seconds()));
    for (int i = 0; i < wanted.size(); i += AT_A_TIME) {
      List<Placed> few = wanted.subList(i, Math.min(i + AT_A_TIME, wanted.size()));
      laid = laid.compose(done -> layFew(few, mix.seconds(), target));
    }
    return laid.map(true);
  }

  private Future<Void> layFew(List<Placed> few, double seconds, Path target) {
    List<Future<Ready>> decoding = few.stream().map(placed -> decode(placed, seconds)).toList();
    return Future.join(decoding)
        .compose(
            all ->
                pools.run(
                    Pool.MEDIA,
                    () -> {
                      try (PcmTrack track = PcmTrack.open(target)) {
                        for (Future<Ready> ready : decoding) {
                          add(track, ready.result());
                        }
                      }
                      return null;
                    }));
  }

  private Future<Ready> decode(Placed placed, double end) {
    Sound sound = placed.sound();
    double room = end - sound.start();
    double seconds = sound.seconds() == null ? room : Math.min(room, sound.seconds());
    double speed = sound.speed() == null ? 1 : sound.speed();
    Path file = folder.resolve("sound-" + placed.index() + ".f32");
    return decoder
        .decode(
            new SoundDecoder.Stretch(
                sound.audio(), placed.pointer("audio"), sound.in(), seconds, speed),
            file)
        .map(loudness -> new Ready(placed, file, loudness));
  }

  private static void add(PcmTrack track, Ready ready) throws IOException {
    Sound sound = ready.placed().sound();
    double gain = Math.pow(10, SoundLevel.gain(sound, ready.loudness()) / 20);
    try (PcmTrack source = PcmTrack.open(ready.file())) {
      long frames = source.frames();
      if (frames == 0) {
        throw ServiceFailure.invalid(
            ready.placed().pointer("in"),
            "The sound ends before %.2f s: begin earlier in the file".formatted(sound.in()));
      }
      double fade = Math.min(VoiceTrack.samples(fade(sound)), frames / 2);
      track.add(
          source,
          0,
          frames,
          VoiceTrack.samples(sound.start()),
          i -> gain * ramp(Math.min(i + 0.5, frames - i - 0.5) / fade));
    }
    Files.delete(ready.file());
  }

  /** Rises from 0 to 1 with no corner at either end. */
  private static double ramp(double part) {
    return part >= 1 ? 1 : 0.5 - 0.5 * Math.cos(Math.PI * part);
  }

  private static double fade(Sound sound) {
    return sound.fade() == null ? FADE : sound.fade();
  }

  private static Void blank(Path target, double seconds) throws IOException {
    PcmTrack.blank(target, VoiceTrack.samples(seconds)).close();
    return null;
  }

  private static void requireSane(Placed placed) {
    Sound sound = placed.sound();
    require(sound.audio() != null, placed, "audio", "A sound needs a file: name one");
    require(sound.start() >= 0, placed, "start", "A sound cannot begin before the video does");
    require(sound.in() >= 0, placed, "in", "A sound cannot begin before its file does");
    require(
        sound.seconds() == null || sound.seconds() > 0,
        placed,
        "seconds",
        "A sound lasts longer than 0 s; leave the length out for the whole file");
    require(fade(sound) >= 0, placed, "fade", "A fade lasts 0 s or longer");
    require(
        sound.speed() == null || sound.speed() >= SLOWEST && sound.speed() <= FASTEST,
        placed,
        "speed",
        "A sound's speed is from 0.05 to 20 times its own");
  }

  private static void require(boolean good, Placed placed, String field, String sentence) {
    if (!good) {
      throw ServiceFailure.invalid(placed.pointer(field), sentence);
    }
  }
}
