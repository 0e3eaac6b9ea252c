package io.moneyprinter.materials.music;

import io.moneyprinter.codecs.video.MusicBrief;
import io.moneyprinter.materials.music.Sampler.Channel;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;

/** The instruments, set up for a mood, and the rooms they play in. */
final class Band {
  private final Sampler sampler = new Sampler();
  private final Map<Integer, float[]> plucks = new HashMap<>();
  private final Map<Integer, float[]> bells = new HashMap<>();
  private final Map<Integer, float[]> basses = new HashMap<>();
  private final float[] kick = Tones.kick();
  private final float[] clap = Tones.clap();
  private final float[] shaker = Tones.shaker();
  private final float[] hat = Tones.hat();
  private final Noise chance;
  private final Pad pad;
  private final Echo echo;
  private final Room room;
  private final Channel pluckChannel;
  private final Channel bassChannel;
  private final double brightness;
  private final double pluckSeconds;
  private final double bassSeconds;
  private static final Channel BELL = new Channel(0.085f, 0.5f, 0.6f);
  private static final Channel KICK = new Channel(0.42f, 0, 0.03f);
  private static final Channel CLAP = new Channel(0.13f, 0.05f, 0.3f);
  private static final Channel SHAKER = new Channel(0.05f, 0, 0.08f);
  private static final Channel HAT = new Channel(0.05f, 0, 0.06f);

  Band(MusicBrief.Mood mood, double beatSeconds, long seed) {
    chance = new Noise(seed);
    boolean calm = mood == MusicBrief.Mood.CALM;
    boolean driving = mood == MusicBrief.Mood.DRIVING;
    pad =
        calm
            ? new Pad(0.075f, 900, 1.4, 2.2)
            : new Pad(driving ? 0.058f : 0.05f, driving ? 1_100 : 1_300, 0.5, 0.9);
    brightness = calm ? 0.25 : driving ? 0.6 : 0.75;
    pluckSeconds = calm ? 2.6 : driving ? 1.0 : 1.5;
    bassSeconds = calm ? beatSeconds * 3.5 : beatSeconds * (driving ? 0.48 : 1.2);
    pluckChannel = new Channel(calm ? 0.17f : 0.19f, calm ? 0.4f : 0.3f, calm ? 0.4f : 0.22f);
    bassChannel = new Channel(calm ? 0.17f : 0.21f, 0, 0.02f);
    echo = new Echo(beatSeconds * 0.75, calm ? 0.42f : 0.34f);
    room = new Room(calm ? 3.2 : 1.7);
  }

  void chord(int[] notes) {
    pad.chord(notes, chance);
  }

  void pluck(int midi, double strength, double pan) {
    play(
        plucks,
        midi,
        note -> Tones.pluck(note, brightness, pluckSeconds),
        pluckChannel,
        strength,
        pan);
  }

  void bell(int midi, double strength, double pan) {
    play(bells, midi, note -> Tones.bell(note, 2.4), BELL, strength, pan);
  }

  void bass(int midi, double strength) {
    play(basses, midi, note -> Tones.bass(note, bassSeconds), bassChannel, strength, 0);
  }

  void kick(double strength, float duck) {
    sampler.play(kick, KICK, strength, 0, 0);
    pad.duck(duck);
  }

  void clap(double strength) {
    sampler.play(clap, CLAP, strength, 0.05, 0);
  }

  void shaker(double strength) {
    sampler.play(shaker, SHAKER, strength, 0.35, lateness());
  }

  void hat(double strength) {
    sampler.play(hat, HAT, strength, -0.3, lateness());
  }

  private void play(
      Map<Integer, float[]> rendered,
      int midi,
      IntFunction<float[]> tone,
      Channel channel,
      double strength,
      double pan) {
    float[] sound = rendered.computeIfAbsent(midi, tone::apply);
    double human = 1 + 0.12 * chance.next();
    sampler.play(sound, channel, strength * human, pan, lateness());
  }

  /** Nobody plays to the millisecond: up to six of them late. */
  private int lateness() {
    return (int) ((chance.next() + 1) / 2 * Sound.RATE * 0.006);
  }

  /** The next stretch of the whole band. */
  void render(Mix mix, int frames) {
    mix.clear(frames);
    pad.render(mix, frames);
    sampler.render(mix, frames);
    echo.render(mix, frames);
    room.render(mix, frames);
  }
}
