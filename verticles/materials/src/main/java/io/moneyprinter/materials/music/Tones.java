package io.moneyprinter.materials.music;

/** Single notes and strokes, rendered once and played many times. All start and end at silence. */
final class Tones {
  private static final double TAU = 2 * Math.PI;

  private Tones() {}

  /**
   * A plucked string: noise in a loop of one period that loses its high parts on every round
   * (Karplus and Strong, "Digital Synthesis of Plucked-String and Drum Timbres", 1983), tuned by an
   * all-pass (Jaffe and Smith, 1983).
   */
  static float[] pluck(int midi, double brightness, double seconds) {
    double period = Sound.RATE / Sound.hertz(midi);
    int delay = (int) Math.floor(period - 0.5 - 0.1);
    double fraction = period - 0.5 - delay;
    float allPass = (float) ((1 - fraction) / (1 + fraction));
    float[] string = excitation(delay, midi, brightness);
    // The loss that makes the sound 60 dB weaker within about the note's length.
    float loss = (float) Math.pow(0.001, period / Sound.RATE / (seconds * 0.9));
    float[] out = new float[Sound.frames(seconds)];
    // The filters start as if the string had always been moving: from rest, the second round would
    // begin with a step, which is a click.
    float last = string[delay - 1];
    float passedIn = loss * 0.5f * (last + string[delay - 2]);
    float passedOut = passedIn;
    for (int i = 0, at = 0; i < out.length; i++) {
      float now = string[at];
      float smooth = loss * 0.5f * (now + last);
      last = now;
      passedOut = allPass * (smooth - passedOut) + passedIn;
      passedIn = smooth;
      string[at] = passedOut;
      out[i] = now;
      at = at + 1 == delay ? 0 : at + 1;
    }
    return shaped(out, 0.004, 0.15, 0.9f);
  }

  private static float[] excitation(int length, int midi, double brightness) {
    Noise noise = new Noise(midi * 7919L);
    float[] string = new float[length];
    float[] smooth = new float[length];
    for (int i = 0; i < length; i++) {
      string[i] = noise.next();
    }
    float k = Sound.lowPass(Math.min(9_000, Sound.hertz(midi) * (4 + 12 * brightness)));
    float y = 0;
    float z = 0;
    // Twice round, so that the smoothed noise is periodic and the loop has no seam; smoothed twice,
    // because a steep slope sounds like a finger and a gentle one like a click.
    for (int i = 0; i < 2 * length; i++) {
      y += k * (string[i % length] - y);
      z += k * (y - z);
      smooth[i % length] = z;
    }
    float mean = 0;
    for (float sample : smooth) {
      mean += sample / length;
    }
    for (int i = 0; i < length; i++) {
      smooth[i] -= mean;
    }
    return smooth;
  }

  /**
   * A small bell: one sine bends the phase of another, less and less (Chowning, "The Synthesis of
   * Complex Audio Spectra by Means of Frequency Modulation", 1973).
   */
  static float[] bell(int midi, double seconds) {
    double hertz = Sound.hertz(midi);
    float[] out = new float[Sound.frames(seconds)];
    for (int i = 0; i < out.length; i++) {
      double t = i / (double) Sound.RATE;
      double depth = 1.1 * Math.exp(-t * 5) + 0.12;
      double body = Math.sin(TAU * hertz * t + depth * Math.sin(TAU * hertz * 3.0 * t));
      double breath = 0.25 * Math.sin(TAU * hertz * 2.003 * t) * Math.exp(-t * 3);
      out[i] = (float) ((body + breath) * Math.exp(-t * 2.2));
    }
    return shaped(out, 0.004, 0.3, 0.9f);
  }

  /** A round bass: a sine with a little of its next two overtones. */
  static float[] bass(int midi, double seconds) {
    double hertz = Sound.hertz(midi);
    float[] out = new float[Sound.frames(seconds)];
    for (int i = 0; i < out.length; i++) {
      double t = i / (double) Sound.RATE;
      double phase = TAU * hertz * t;
      double warm = Math.exp(-t * 4);
      double tone =
          Math.sin(phase)
              + (0.12 + 0.25 * warm) * Math.sin(2 * phase)
              + 0.12 * warm * Math.sin(3 * phase);
      out[i] = (float) (tone * (0.35 + 0.65 * Math.exp(-t * 1.6)));
    }
    return shaped(out, 0.008, Math.min(0.12, seconds / 3), 0.9f);
  }

  /** A soft bass drum: a sine that falls from 120 to 46 Hz. */
  static float[] kick() {
    float[] out = new float[Sound.frames(0.32)];
    double phase = 0;
    for (int i = 0; i < out.length; i++) {
      double t = i / (double) Sound.RATE;
      phase += TAU * (46 + 74 * Math.exp(-t * 32)) / Sound.RATE;
      out[i] = (float) (Math.sin(phase) * Math.exp(-t * 11));
    }
    return shaped(out, 0.003, 0.08, 0.95f);
  }

  /** A soft clap: three short bursts of noise around 1.6 kHz and their tail. */
  static float[] clap() {
    float[] out = new float[Sound.frames(0.22)];
    Noise noise = new Noise(41);
    float[] band = new float[3];
    for (int i = 0; i < out.length; i++) {
      double t = i / (double) Sound.RATE;
      double bursts =
          t < 0.024 ? 0.35 + 0.65 * Math.exp(-(t % 0.009) * 420) : Math.exp(-(t - 0.024) * 26);
      out[i] = (float) (bandPassed(noise.next(), band, 900, 2_600) * bursts);
    }
    return shaped(out, 0.002, 0.06, 0.8f);
  }

  /** A shaker: noise above 4 kHz that swells and goes. */
  static float[] shaker() {
    float[] out = new float[Sound.frames(0.09)];
    Noise noise = new Noise(97);
    float[] band = new float[3];
    for (int i = 0; i < out.length; i++) {
      double t = i / (double) Sound.RATE;
      double swell = Math.min(1, t / 0.018) * Math.exp(-Math.max(0, t - 0.018) * 55);
      out[i] = (float) (bandPassed(noise.next(), band, 4_000, 9_000) * swell);
    }
    return shaped(out, 0.004, 0.03, 0.7f);
  }

  /** A closed hi-hat. */
  static float[] hat() {
    float[] out = new float[Sound.frames(0.07)];
    Noise noise = new Noise(13);
    float[] band = new float[3];
    for (int i = 0; i < out.length; i++) {
      double t = i / (double) Sound.RATE;
      out[i] = (float) (bandPassed(noise.next(), band, 6_500, 12_000) * Math.exp(-t * 75));
    }
    return shaped(out, 0.0015, 0.02, 0.7f);
  }

  /** Noise between two pitches; the upper edge is steep, because hiss tires under a voice. */
  private static float bandPassed(float in, float[] memory, double low, double high) {
    float k = Sound.lowPass(high);
    memory[0] += k * (in - memory[0]);
    memory[1] += k * (memory[0] - memory[1]);
    memory[2] += Sound.lowPass(low) * (memory[1] - memory[2]);
    return memory[1] - memory[2];
  }

  /** Rises from and falls to silence without a step, and reaches {@code peak}. */
  private static float[] shaped(float[] out, double rise, double fall, float peak) {
    int up = Sound.frames(rise);
    int down = Math.min(out.length, Sound.frames(fall));
    float most = 1e-9f;
    for (int i = 0; i < out.length; i++) {
      float gain = i < up ? eased(i / (float) up) : 1;
      int left = out.length - 1 - i;
      out[i] *= left < down ? gain * eased(left / (float) down) : gain;
      most = Math.max(most, Math.abs(out[i]));
    }
    for (int i = 0; i < out.length; i++) {
      out[i] *= peak / most;
    }
    return out;
  }

  private static float eased(float x) {
    return x * x * (3 - 2 * x);
  }
}
