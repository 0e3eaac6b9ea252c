package io.moneyprinter.materials.music;

import io.moneyprinter.codecs.video.MusicBrief.Mood;
import java.util.List;

/** The pieces that come with this software. What they sound like follows from mood and seed. */
enum HousePiece {
  FIRST_LIGHT("First Light", Mood.CALM, 16, 3, "morning soft open"),
  STILL_WATER("Still Water", Mood.CALM, 16, 11, "nature slow reflective"),
  PAPER_LANTERNS("Paper Lanterns", Mood.CALM, 16, 24, "evening warm tender"),
  SLOW_ORBIT("Slow Orbit", Mood.CALM, 16, 37, "space wide science"),
  OPEN_WINDOW("Open Window", Mood.BRIGHT, 32, 5, "fresh light day"),
  SUNDAY_MARKET("Sunday Market", Mood.BRIGHT, 32, 12, "friendly food people"),
  KITE_WEATHER("Kite Weather", Mood.BRIGHT, 32, 29, "playful outdoors travel"),
  NEW_SHOES("New Shoes", Mood.BRIGHT, 32, 41, "optimistic start product"),
  NIGHT_TRAIN("Night Train", Mood.DRIVING, 32, 7, "city night travel"),
  PULSE("Pulse", Mood.DRIVING, 32, 18, "technology data focus"),
  UPHILL("Uphill", Mood.DRIVING, 32, 26, "sport effort goal"),
  COUNTDOWN("Countdown", Mood.DRIVING, 32, 45, "news tension facts");

  private final String title;
  private final Mood mood;
  private final int bars;
  private final long seed;
  private final List<String> tags;

  HousePiece(String title, Mood mood, int bars, long seed, String tags) {
    this.title = title;
    this.mood = mood;
    this.bars = bars;
    this.seed = seed;
    this.tags = List.of(tags.split(" "));
  }

  String title() {
    return title;
  }

  Mood mood() {
    return mood;
  }

  List<String> tags() {
    return tags;
  }

  /** The name in ids, such as {@code first-light}. */
  String slug() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  LoopRenderer renderer() {
    return new LoopRenderer(mood, bars, seed);
  }

  /** What decides every sample of it. */
  String work() {
    return String.join("/", "round", mood.name(), Integer.toString(bars), Long.toString(seed));
  }
}
