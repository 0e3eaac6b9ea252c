package io.moneyprinter.video.audio;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.video.AudioMix;
import io.moneyprinter.platform.pools.Pool;
import io.moneyprinter.platform.pools.WorkerPools;
import io.vertx.core.Future;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Lays the music over the whole length: what is too long is cut, what is too short is looped. */
final class MusicTrack {
  /** What is missing at the end by no more than this is under the fade anyway, seconds. */
  private static final double UNHEARD = 0.25;

  private static final double SHORTEST = 0.1;

  private final SoundDecoder decoder;
  private final WorkerPools pools;

  MusicTrack(SoundDecoder decoder, WorkerPools pools) {
    this.decoder = decoder;
    this.pools = pools;
  }

  /**
   * Writes the track.
   *
   * @return how loud the piece is; {@code INVALID} where it is no sound
   */
  Future<Loudness> lay(AudioMix mix, Path target) {
    Path source = target.resolveSibling("music-once.f32");
    return decoder
        .decode(new SoundDecoder.Stretch(mix.music(), "/mix/music", 0, mix.seconds(), 1), source)
        .compose(
            loudness ->
                pools.run(
                    Pool.MEDIA,
                    () -> {
                      fill(source, target, mix.seconds());
                      return loudness;
                    }));
  }

  private static void fill(Path source, Path target, double seconds) throws IOException {
    long wanted = VoiceTrack.samples(seconds);
    try (PcmTrack once = PcmTrack.open(source)) {
      long frames = once.frames();
      if (frames < Math.min(wanted, VoiceTrack.samples(SHORTEST))) {
        throw ServiceFailure.invalid(
            "/mix/music",
            "The music lasts less than %.1f s: take a longer piece".formatted(SHORTEST));
      }
      if (frames < wanted - VoiceTrack.samples(UNHEARD)) {
        try (PcmTrack all = PcmTrack.blank(target, wanted)) {
          MusicLoop.lay(once, MusicLoop.find(once), all);
        }
        Files.delete(source);
        return;
      }
    }
    Files.move(source, target, StandardCopyOption.ATOMIC_MOVE);
  }
}
