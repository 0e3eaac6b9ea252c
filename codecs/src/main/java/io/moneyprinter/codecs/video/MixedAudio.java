package io.moneyprinter.codecs.video;

import io.moneyprinter.codecs.storage.Blob;
import java.util.List;
import java.util.Objects;

/**
 * The sound of a video.
 *
 * @param audio AAC in MP4, Opus in WebM, or PCM in WAV; 48 kHz, stereo
 * @param loudness integrated loudness as measured, LUFS
 * @param truePeak as measured, dBTP
 * @param stems voice, music, clip sounds and effects by themselves, WAV, where they were asked for
 * @param voice what was measured on the narration; {@code null} without one
 */
public record MixedAudio(
    Blob audio,
    double seconds,
    double loudness,
    double truePeak,
    List<Publication.File> stems,
    VoiceQuality voice) {
  public MixedAudio {
    Objects.requireNonNull(audio, "audio");
    stems = stems == null ? List.of() : List.copyOf(stems);
  }

  /** Without stems. */
  public MixedAudio(Blob audio, double seconds, double loudness, double truePeak) {
    this(audio, seconds, loudness, truePeak, List.of(), null);
  }
}
