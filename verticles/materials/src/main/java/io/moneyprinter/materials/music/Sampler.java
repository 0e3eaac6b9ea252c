package io.moneyprinter.materials.music;

import java.util.ArrayList;
import java.util.List;

/** Plays rendered notes, any number at once, each to its end. */
final class Sampler {
  /**
   * How an instrument sits in the mix.
   *
   * @param gain loudness, 1 being full scale
   * @param echo share that goes into the echo
   * @param room share that goes into the room
   */
  record Channel(float gain, float echo, float room) {}

  private static final class Playing {
    private final float[] sound;
    private final float left;
    private final float right;
    private final Channel channel;
    private int at;

    private Playing(float[] sound, float left, float right, Channel channel, int delay) {
      this.sound = sound;
      this.left = left;
      this.right = right;
      this.channel = channel;
      this.at = -delay;
    }
  }

  private final List<Playing> playing = new ArrayList<>();

  /**
   * Starts a note.
   *
   * @param strength 0 to 1
   * @param pan -1 left to 1 right, of equal power
   * @param delay frames until it starts
   */
  void play(float[] sound, Channel channel, double strength, double pan, int delay) {
    double angle = (pan + 1) * Math.PI / 4;
    float gain = (float) strength * channel.gain();
    playing.add(
        new Playing(
            sound,
            gain * (float) Math.cos(angle),
            gain * (float) Math.sin(angle),
            channel,
            Math.max(0, delay)));
  }

  void render(Mix mix, int frames) {
    playing.removeIf(note -> add(note, mix, frames));
  }

  /** Adds a note's next stretch; whether it has ended. */
  private static boolean add(Playing note, Mix mix, int frames) {
    int from = Math.max(0, -note.at);
    int to = Math.min(frames, note.sound.length - note.at);
    float echo = note.channel.echo();
    float room = note.channel.room();
    for (int i = from; i < to; i++) {
      float sample = note.sound[note.at + i];
      float left = sample * note.left;
      float right = sample * note.right;
      mix.dry.left[i] += left;
      mix.dry.right[i] += right;
      mix.echo.left[i] += left * echo;
      mix.echo.right[i] += right * echo;
      mix.room.left[i] += left * room;
      mix.room.right[i] += right * room;
    }
    note.at += frames;
    return note.at >= note.sound.length;
  }
}
