package io.moneyprinter.content.script;

import io.moneyprinter.codecs.video.TransitionStyle;
import io.moneyprinter.codecs.video.VideoBrief;

/**
 * What a video lasts beside its speech: the rests that the planner leaves before, between and after
 * scenes (see the table "Pace" in docs/timeline.md), without intro and outro.
 */
final class VideoPace {
  private static final double OPENING = 0.25;
  private static final double ENTRY = 0.1;
  private static final double BREATH = 0.35;
  private static final double CLOSING = 0.8;

  private VideoPace() {}

  /** Seconds. */
  static double rests(VideoBrief brief, int scenes) {
    boolean blends = brief.transition() != TransitionStyle.CUT && brief.transitionSeconds() > 0;
    double entry = blends ? brief.transitionSeconds() / 2 : ENTRY;
    return OPENING + CLOSING + (scenes - 1) * (BREATH + entry);
  }
}
