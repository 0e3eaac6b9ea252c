package io.moneyprinter.video.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.materials.Picture;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.video.AudioMix;
import io.moneyprinter.codecs.video.Canvas;
import io.moneyprinter.codecs.video.Caption;
import io.moneyprinter.codecs.video.CaptionStyle;
import io.moneyprinter.codecs.video.Clip;
import io.moneyprinter.codecs.video.Keyframe;
import io.moneyprinter.codecs.video.Overlay;
import io.moneyprinter.codecs.video.RenderPlan;
import io.moneyprinter.codecs.video.RenderedSegment;
import io.moneyprinter.codecs.video.Segment;
import io.moneyprinter.codecs.video.Timeline;
import io.moneyprinter.video.Briefs;
import io.moneyprinter.video.ShippedFonts;
import io.moneyprinter.video.fonts.FontBook;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How timelines are cut, and that the cut follows what rendering costs. */
class RenderCutsTest {
  private static final Canvas CANVAS = new Canvas(128, 224, 12);
  private static final Picture LOGO = new Picture.Still(Briefs.blob(9), 100, 100);

  private final FontBook fonts = ShippedFonts.book();
  private final SegmentKeys keys = new SegmentKeys(fonts, encoding -> "libx264 · build a");

  @Test
  void shortNeighboursGoTogetherAndLongClipsApartInWholeFrames() {
    Timeline timeline = timeline(List.of(8, 8, 8, 30, 250, 40, 5), 4);

    List<SegmentCuts.Piece> pieces = SegmentCuts.even(timeline);

    assertThat(pieces)
        .containsExactly(
            new SegmentCuts.Piece(0, 3, 0, 24),
            new SegmentCuts.Piece(3, 1, 0, 30),
            new SegmentCuts.Piece(4, 1, 0, 83),
            new SegmentCuts.Piece(4, 1, 83, 83),
            new SegmentCuts.Piece(4, 1, 166, 84),
            new SegmentCuts.Piece(5, 2, 0, 45));
  }

  @Test
  void everyFrameIsInOneSegmentAndABlendAtTheBeginningOfOne() {
    Timeline timeline = timeline(List.of(8, 8, 8, 30, 250, 40, 5), 4);

    RenderPlan plan = planner(new RenderCost(2), true).plan(timeline);

    assertThat(plan.segments().stream().mapToInt(Segment::frames).sum())
        .isEqualTo(timeline.frames());
    assertThat(plan.segments())
        .allSatisfy(
            segment ->
                assertThat(segment.previous() != null)
                    .isEqualTo(segment.from() == 0 && segment.first().lead() > 0));
    assertThat(plan.segments().get(3).from()).isEqualTo(83);
  }

  @Test
  void anEditedCaptionTouchesOneShortSegmentOfALongClip() {
    Timeline timeline = timeline(List.of(50, 250, 60), 4);
    List<Caption> captions = new ArrayList<>(timeline.captions());
    captions.set(10, new Caption(101, 109, List.of(new Caption.Word("Other", 101, 109))));
    RenderPlanner planner = planner(new RenderCost(2), true);

    List<Segment> before = planner.plan(timeline).segments();
    List<Segment> after = planner.plan(with(timeline, captions, List.of())).segments();

    List<Segment> changed = new ArrayList<>(after);
    changed.removeAll(before);
    assertThat(changed).singleElement().extracting(Segment::frames).isEqualTo(83);
  }

  @Test
  void aLogoDoesNotTellASegmentWhereItStands() {
    Overlay logo =
        new Overlay(0, 90, LOGO, 0, null, null, null, 0.2, null, null, List.of(place(0, 0.8)));
    RenderPlanner planner = planner(new RenderCost(2), false);
    Timeline three = with(timeline(List.of(30, 30, 30), 0), List.of(), List.of(logo));
    Timeline four =
        with(timeline(List.of(30, 30, 30, 30), 0), List.of(), List.of(stretched(logo, 120)));

    List<Segment> longer = planner.plan(four).segments();

    assertThat(longer.subList(0, 3)).isEqualTo(planner.plan(three).segments());
    assertThat(longer.get(1).overlays())
        .singleElement()
        .satisfies(cut -> assertThat(cut.start()).isZero())
        .satisfies(cut -> assertThat(cut.frames()).isEqualTo(30));
  }

  @Test
  void aMovingOverlayGoesOnWhereTheSegmentBeforeEnded() {
    Overlay moving =
        new Overlay(
            20,
            30,
            LOGO,
            0,
            null,
            null,
            null,
            0.2,
            null,
            null,
            List.of(place(0, 0.2), place(29, 0.8)));
    Timeline timeline = with(timeline(List.of(30, 30, 30), 0), List.of(), List.of(moving));

    List<Segment> segments = planner(new RenderCost(2), false).plan(timeline).segments();

    assertThat(segments.get(0).overlays()).extracting(Overlay::start).containsExactly(20);
    assertThat(segments.get(1).overlays()).extracting(Overlay::start).containsExactly(-10);
    assertThat(segments.get(2).overlays()).isEmpty();
  }

  @Test
  void whatIsShownTwiceIsRenderedOnce() {
    Clip twice = new Clip(0, 0, 30, 0, 0, Briefs.drawn(1), 0, null, null, null);
    Clip again = new Clip(1, 30, 30, 0, 0, Briefs.drawn(1), 0, null, null, null);
    Timeline timeline =
        new Timeline(
            CANVAS,
            60,
            List.of(twice, again),
            CaptionStyle.DEFAULT,
            List.of(),
            new AudioMix(List.of(), null, -16, 5, -14),
            1);

    RenderPlan plan = planner(new RenderCost(2), false).plan(timeline);

    assertThat(plan.segments()).hasSize(1);
    String key = plan.segments().get(0).key();
    assertThat(plan.renditions().get(0).keys()).containsExactly(key, key);
  }

  @Test
  void aShortVideoIsMadeInOnePieceWhereBeginningIsDear() {
    Timeline timeline = timeline(List.of(25, 25, 25), 4);
    RenderCost dear = learned(1, 5, 0.01);
    RenderCost cheap = learned(4, 0.001, 1);

    assertThat(planner(dear, true).plan(timeline).segments()).hasSize(1);
    assertThat(planner(cheap, true).plan(timeline).segments()).hasSize(3);
    assertThat(planner(dear, true).plan(timeline(List.of(60, 70), 4)).segments()).hasSize(2);
  }

  @Test
  void theCostIsLearnedFromWhatWasRenderedButNotFromWhatWasFound() {
    RenderCost cost = learned(1, 2, 0.05);

    assertThat(cost.overhead()).isBetween(1.8, 2.2);
    assertThat(cost.rate()).isBetween(0.045, 0.055);
    Segment segment = planner(cost, false).plan(timeline(List.of(30), 0)).segments().get(0);
    double before = cost.rate();
    cost.learn(segment, new RenderedSegment("k", 0, blob(), 30, true, 0));
    assertThat(cost.rate()).isEqualTo(before);
  }

  private static RenderCost learned(int slots, double overhead, double rate) {
    RenderCost cost = new RenderCost(slots);
    for (int i = 0; i < 400; i++) {
      int frames = 20 + i % 7 * 60;
      Segment segment =
          Segment.of(
              CANVAS,
              new Clip(0, 0, frames, 0, 0, Briefs.drawn(1), 0, null, null, null),
              null,
              CaptionStyle.DEFAULT,
              List.of());
      double seconds = overhead + rate * frames * 128 * 224 / 1e6;
      cost.learn(segment, new RenderedSegment("k", 0, blob(), frames, false, seconds));
    }
    return cost;
  }

  private static Blob blob() {
    return Briefs.blob(1);
  }

  private RenderPlanner planner(RenderCost cost, boolean grouping) {
    return new RenderPlanner(keys, cost, grouping);
  }

  private static Keyframe place(int frame, double x) {
    return new Keyframe(frame, x, 0.2, null, null, null);
  }

  private static Overlay stretched(Overlay overlay, int frames) {
    return new Overlay(
        0,
        frames,
        overlay.picture(),
        0,
        null,
        null,
        null,
        overlay.width(),
        null,
        null,
        overlay.path());
  }

  private static Timeline with(Timeline timeline, List<Caption> captions, List<Overlay> overlays) {
    return new Timeline(
        Timeline.VERSION,
        timeline.canvas(),
        timeline.frames(),
        timeline.clips(),
        overlays,
        timeline.captionStyle(),
        captions,
        timeline.audio(),
        timeline.seed());
  }

  /** Clips of so many frames with blends between them, a caption over every tenth frame. */
  private static Timeline timeline(List<Integer> lengths, int blend) {
    List<Clip> clips = new ArrayList<>();
    List<Caption> captions = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < lengths.size(); i++) {
      int lead = i == 0 ? 0 : blend;
      int tail = i == lengths.size() - 1 ? 0 : blend;
      clips.add(
          new Clip(i, start, lengths.get(i), lead, tail, Briefs.drawn(i), 0, null, null, null));
      start += lengths.get(i);
    }
    for (int frame = 1; frame + 9 <= start; frame += 10) {
      captions.add(
          new Caption(frame, frame + 8, List.of(new Caption.Word("Word", frame, frame + 8))));
    }
    return new Timeline(
        CANVAS,
        start,
        clips,
        CaptionStyle.DEFAULT,
        captions,
        new AudioMix(List.of(), null, -16, start / 12.0, -14),
        1);
  }
}
