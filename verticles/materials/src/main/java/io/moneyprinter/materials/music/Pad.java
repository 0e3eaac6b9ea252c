package io.moneyprinter.materials.music;

import java.util.ArrayList;
import java.util.List;

/**
 * Long chords under everything: three slightly detuned soft saws a note, spread over the two ears,
 * through a low-pass that opens and closes slowly. A chord fades in while the one before fades out.
 */
final class Pad {
  private static final int TABLE = 2048;
  private static final int HARMONICS = 14;
  private static final float ROOM = 0.35f;

  private final float[] wave = new float[TABLE + 1];
  private final List<Note> notes = new ArrayList<>();
  private final float gain;
  private final double openness;
  private final float attack;
  private final float release;
  private double slow;
  private float duck = 1;
  private float duckedTo = 1;
  private float leftLow;
  private float rightLow;
  private float leftLower;
  private float rightLower;

  private static final class Note {
    private final double[] phase = new double[3];
    private final double[] step = new double[3];
    private float level;
    private boolean held = true;
  }

  /**
   * @param openness where the low-pass swings around, hertz
   * @param attack seconds to full loudness
   */
  Pad(float gain, double openness, double attack, double release) {
    this.gain = gain;
    this.openness = openness;
    this.attack = (float) (1 / (attack * Sound.RATE));
    this.release = (float) (1 / (release * Sound.RATE));
    for (int i = 0; i <= TABLE; i++) {
      for (int h = 1; h <= HARMONICS; h++) {
        wave[i] += (float) (Math.sin(2 * Math.PI * h * i / TABLE) / Math.pow(h, 1.35) * 0.5);
      }
    }
  }

  /** Lets the sounding chord go and begins another. */
  void chord(int[] midi, Noise chance) {
    notes.forEach(note -> note.held = false);
    for (int pitch : midi) {
      Note note = new Note();
      for (int i = 0; i < 3; i++) {
        note.phase[i] = (chance.next() + 1) / 2 * TABLE;
        note.step[i] = Sound.hertz(pitch + (i - 1) * 0.05) * TABLE / Sound.RATE;
      }
      notes.add(note);
    }
  }

  /** Makes way for a stroke of the bass drum. */
  void duck(float to) {
    duckedTo = Math.min(duckedTo, to);
  }

  void render(Mix mix, int frames) {
    float recover = Sound.lowPass(1.6);
    float giveWay = Sound.lowPass(40);
    // The swing of the filter is slow: once a stretch is often enough, and smoothed by the filter.
    slow += 2 * Math.PI * 0.07 * frames / Sound.RATE;
    float k = Sound.lowPass(openness * (1 + 0.45 * Math.sin(slow)));
    for (int i = 0; i < frames; i++) {
      float left = 0;
      float right = 0;
      for (int n = 0; n < notes.size(); n++) {
        Note note = notes.get(n);
        note.level = note.held ? Math.min(1, note.level + attack) : note.level - release;
        if (note.level > 0) {
          float level = note.level * note.level * (3 - 2 * note.level);
          float middle = 0.6f * next(note, 1);
          left += level * (middle + next(note, 0));
          right += level * (middle + next(note, 2));
        }
      }
      leftLow += k * (left - leftLow);
      leftLower += k * (leftLow - leftLower);
      rightLow += k * (right - rightLow);
      rightLower += k * (rightLow - rightLower);
      duckedTo += recover * (1 - duckedTo);
      duck += giveWay * (duckedTo - duck);
      float level = gain * duck;
      mix.dry.left[i] += leftLower * level;
      mix.dry.right[i] += rightLower * level;
      mix.room.left[i] += leftLower * level * ROOM;
      mix.room.right[i] += rightLower * level * ROOM;
    }
    notes.removeIf(note -> !note.held && note.level <= 0);
  }

  private float next(Note note, int i) {
    double phase = note.phase[i];
    int at = (int) phase;
    float part = (float) (phase - at);
    phase += note.step[i];
    note.phase[i] = phase >= TABLE ? phase - TABLE : phase;
    return wave[at] + part * (wave[at + 1] - wave[at]);
  }
}
