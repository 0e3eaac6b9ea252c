package io.moneyprinter.video.audio;

import io.moneyprinter.codecs.speech.VoiceEffect;
import java.util.List;
import java.util.Locale;

/** The filter graph of what is done to the voice before it is mixed. */
final class VoiceChain {
  private static final String FORM =
      "aformat=sample_fmts=fltp:sample_rates=48000:channel_layouts=mono";

  /** A decay by 60 dB, as reverberation times are told, is this many nepers. */
  private static final double NEPERS = Math.log(1000);

  /**
   * A reverberation: an exponentially decaying noise that the voice is convolved with.
   *
   * @param seconds until it has fallen by 60 dB
   * @param delay of its beginning, seconds
   * @param level of it against the voice
   * @param filter what colours it
   */
  private record Reverberation(double seconds, double delay, double level, String filter) {}

  private VoiceChain() {}

  /**
   * From the first input to {@code [out]}.
   *
   * @param noiseFloor of the recording, dBFS
   * @param samples length of what comes out
   */
  static String graph(List<VoiceEffect> effects, double noiseFloor, long samples) {
    var graph = new StringBuilder("[0:a]" + FORM);
    for (int i = 0; i < effects.size(); i++) {
      graph.append(
          switch (effects.get(i)) {
            case DENOISE -> denoiser(noiseFloor);
            case DE_ESS -> ",deesser=i=0.6:m=0.6:f=0.5";
            case WARM -> ",equalizer=f=180:t=q:w=0.8:g=3,treble=g=-3:f=7000";
            case BRIGHT -> ",highpass=f=80,equalizer=f=4500:t=q:w=1:g=4,treble=g=2:f=9000";
            case TELEPHONE ->
                ",highpass=f=300:p=2,highpass=f=300:p=2,lowpass=f=3400:p=2,lowpass=f=3400:p=2";
            case COMPRESS -> ",acompressor=threshold=0.1:ratio=3:attack=8:release=160:makeup=1.6";
            case ROOM -> reverberation(i, new Reverberation(0.35, 0.008, 0.35, "lowpass=f=7000"));
            case HALL -> reverberation(i, new Reverberation(1.9, 0.03, 0.3, "lowpass=f=5000"));
            case PLATE -> reverberation(i, new Reverberation(1.1, 0, 0.3, "highpass=f=250"));
          });
    }
    return graph.append(',').append(MixGraph.exactly(samples)).append("[out]").toString();
  }

  /** The filter takes from -80 to -20; a margin over the floor catches what varies. */
  private static String denoiser(double noiseFloor) {
    double floor = Math.max(-80, Math.min(-20, noiseFloor + 3));
    return String.format(Locale.ROOT, ",highpass=f=70,afftdn=nr=20:nf=%.1f", floor);
  }

  /** The noise is the same every time, so that equal mixes are equal. */
  private static String reverberation(int number, Reverberation room) {
    // White noise of this decay has the energy below; divided by its root, the tail is as loud as
    // the voice, whatever the room.
    double energy = room.seconds() * 48_000 / (2 * NEPERS) / 3;
    return String.format(
        Locale.ROOT,
        ",asplit[dry%1$d][send%1$d];"
            + "aevalsrc=exprs='(2*random(0)-1)*exp(-%2$.4f*t/%3$.3f)*%4$.7f':d=%3$.3f:s=48000,"
            + "%5$s,adelay=%6$d,aformat=sample_fmts=fltp:channel_layouts=mono[space%1$d];"
            + "[send%1$d][space%1$d]afir=irnorm=-1,volume=%7$.3f[tail%1$d];"
            + "[dry%1$d][tail%1$d]amix=inputs=2:duration=longest:normalize=0",
        number,
        NEPERS,
        room.seconds(),
        1 / Math.sqrt(energy),
        room.filter(),
        Math.round(room.delay() * 1000),
        room.level());
  }
}
