package io.moneyprinter.video.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.bus.Violation;
import io.moneyprinter.codecs.materials.Collection;
import io.moneyprinter.codecs.materials.Picture;
import io.moneyprinter.codecs.video.AudioMix;
import io.moneyprinter.codecs.video.Brand;
import io.moneyprinter.codecs.video.Canvas;
import io.moneyprinter.codecs.video.Clip;
import io.moneyprinter.codecs.video.Encoding;
import io.moneyprinter.codecs.video.Fit;
import io.moneyprinter.codecs.video.Grade;
import io.moneyprinter.codecs.video.OutputBrief;
import io.moneyprinter.codecs.video.Overlay;
import io.moneyprinter.codecs.video.OverlayBrief;
import io.moneyprinter.codecs.video.PlanTimeline;
import io.moneyprinter.codecs.video.PlanVideo;
import io.moneyprinter.codecs.video.PlannedRendition;
import io.moneyprinter.codecs.video.RenderPlan;
import io.moneyprinter.codecs.video.SceneBrief;
import io.moneyprinter.codecs.video.Segment;
import io.moneyprinter.codecs.video.SoundBrief;
import io.moneyprinter.codecs.video.SubtitleTrack;
import io.moneyprinter.codecs.video.Timeline;
import io.moneyprinter.codecs.video.TimelineRules;
import io.moneyprinter.codecs.video.TransitionStyle;
import io.moneyprinter.codecs.video.VideoBrief;
import io.moneyprinter.codecs.video.VideoBriefBuilder;
import io.moneyprinter.video.Briefs;
import io.moneyprinter.video.ShippedFonts;
import io.moneyprinter.video.fonts.FontBook;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What every key of a brief becomes in the timeline. */
class BriefLoweringTest {
  private static final List<String> TEXTS =
      List.of("Coffee begins as a cherry.", "Fire turns it brown.", "That is your cup.");

  private static final MediaShelf SHELF =
      new MediaShelf(
          List.of(
              footage("beach.mp4", 1, 1920, 1080, 20),
              footage("intro.mp4", 2, 1080, 1920, 2),
              new Collection.Item(
                  "logo.png", List.of(), new Picture.Still(Briefs.blob(3), 400, 200)),
              new Collection.Item("ding.wav", List.of(), null, Briefs.blob(4), 0.5),
              new Collection.Item("film.cube", List.of(), null, Briefs.blob(5), null)));

  private final FontBook fonts = ShippedFonts.book();
  private final VideoPlanner planner =
      new VideoPlanner(fonts, new SegmentKeys(fonts, encoding -> "libx264 · build a"));

  @Test
  void aSceneShowsTheClipThatItNamesAsItAsks() {
    SceneBrief scene =
        new SceneBrief(
            TEXTS.get(1),
            null,
            null,
            "beach.mp4",
            3.0,
            2.0,
            -6.0,
            new Fit(Fit.Mode.CONTAIN, null, null, "#112233"),
            new Grade(null, null, null, null, Grade.Filter.SEPIA, null, "film.cube"),
            TransitionStyle.WIPE_UP,
            0.2);
    RenderPlan plan = plan(brief -> brief.scenes(scenes(scene)));
    Clip clip = plan.timeline().clips().get(1);

    assertThat(clip.picture()).isInstanceOf(Picture.Footage.class);
    assertThat(clip.in()).isEqualTo(3);
    assertThat(clip.speed()).isEqualTo(2);
    assertThat(clip.fit().mode()).isEqualTo(Fit.Mode.CONTAIN);
    assertThat(clip.grade().lut()).isEqualTo(Briefs.blob(5));
    assertThat(clip.transition()).isEqualTo(TransitionStyle.WIPE_UP);
    assertThat(clip.lead()).isEqualTo(6);
    assertThat(plan.timeline().clips().get(2).lead()).isEqualTo(15);
    assertThat(plan.timeline().audio().sounds())
        .singleElement()
        .satisfies(
            sound -> {
              assertThat(sound.kind()).isEqualTo(AudioMix.Kind.CLIP);
              assertThat(sound.start()).isEqualTo(clip.start() / 30.0);
              assertThat(sound.in()).isEqualTo(3);
              assertThat(sound.decibels()).isEqualTo(-6);
              assertThat(sound.speed()).isEqualTo(2);
            });
  }

  @Test
  void wideFootageOnAnUprightCanvasIsShownWholeOverItsBlur() {
    SceneBrief named =
        new SceneBrief(
            TEXTS.get(1), null, null, "beach.mp4", null, null, null, null, null, null, null);

    assertThat(plan(b -> b.scenes(scenes(named))).timeline().clips().get(1).fit().mode())
        .isEqualTo(Fit.Mode.BLUR);
    assertThat(
            plan(b -> b.scenes(scenes(named)).canvas(new Canvas(480, 480, 30)))
                .timeline()
                .clips()
                .get(1)
                .fit())
        .isNull();
  }

  @Test
  void theBrandFramesTheVideo() {
    Brand brand =
        new Brand(
            "logo.png",
            Brand.Corner.BOTTOM_LEFT,
            0.2,
            "logo.png",
            null,
            "intro.mp4",
            null,
            "Follow us",
            List.of("#000010", "#202040", "#FFFFFF"),
            null);
    RenderPlan plan = plan(brief -> brief.brand(brand));
    Timeline timeline = plan.timeline();

    assertThat(timeline.clips()).extracting(Clip::scene).containsExactly(-1, 0, 1, 2, -1);
    assertThat(timeline.clips().get(0).lead()).isZero();
    assertThat(timeline.clips().get(1).lead()).isEqualTo(15);
    assertThat(timeline.clips().get(0).frames() + timeline.clips().get(0).tail()).isEqualTo(60);
    assertThat(timeline.clips().get(4).title()).isEqualTo("Follow us");
    assertThat(timeline.clips().get(1).picture())
        .isInstanceOfSatisfying(
            Picture.Generated.class, drawn -> assertThat(drawn.colors()).isEqualTo(brand.colors()));
    assertThat(timeline.audio().sounds()).extracting(AudioMix.Sound::start).containsExactly(0.0);
    assertThat(timeline.audio().voice().get(0).start())
        .isGreaterThan(timeline.clips().get(1).start() / 30.0);
    assertThat(timeline.overlays()).hasSize(2);
    Overlay logo = timeline.overlays().get(1);
    assertThat(logo.frames()).isEqualTo(timeline.frames());
    assertThat(logo.path().get(0).x()).isLessThan(0.25);
    assertThat(logo.path().get(0).y()).isBetween(0.6, 0.78);
    assertThat(TimelineRules.violations(timeline)).isEmpty();
    assertThat(plan.segments()).allSatisfy(s -> assertThat(s.overlays()).hasSize(2));
    assertThat(plan.warnings())
        .extracting(Violation::toString)
        .anySatisfy(warning -> assertThat(warning).startsWith("/brand/logo: covers"));
  }

  @Test
  void overlaysAndSoundsComeAtTheirTimes() {
    OverlayBrief overlay =
        new OverlayBrief(
            "logo.png",
            1.0,
            2.0,
            null,
            null,
            null,
            0.4,
            null,
            null,
            0.1,
            null,
            null,
            List.of(
                new OverlayBrief.Move(0, 0.2, 0.3, null, 0.0, null),
                new OverlayBrief.Move(0.5, 0.5, 0.3, null, 1.0, null)));
    Timeline timeline =
        plan(b -> b.overlays(List.of(overlay)).sounds(List.of(new SoundBrief("ding.wav", 1, -3.0))))
            .timeline();

    assertThat(timeline.overlays().get(0).start()).isEqualTo(30);
    assertThat(timeline.overlays().get(0).frames()).isEqualTo(60);
    assertThat(timeline.overlays().get(0).path()).extracting(p -> p.frame()).containsExactly(0, 15);
    assertThat(timeline.audio().sounds())
        .containsExactly(
            new AudioMix.Sound(
                AudioMix.Kind.EFFECT, Briefs.blob(4), 1, 0, null, -3, null, null, null));
  }

  @Test
  void whatIsMissingWrongOrTooLateIsRefusedWithItsPlace() {
    assertThat(fault(b -> b.sounds(List.of(new SoundBrief("ding.wav", 900, null)))))
        .startsWith("/sounds/0/at");
    assertThat(fault(b -> b.sounds(List.of(new SoundBrief("logo.png", 1, null)))))
        .startsWith("/sounds/0/media")
        .contains("no sound");
    assertThat(
            fault(
                b ->
                    b.brand(
                        new Brand(
                            "ding.wav", null, null, null, null, null, null, null, null, null))))
        .startsWith("/brand/logo");
    assertThat(fault(b -> b.sounds(List.of(new SoundBrief("dong.wav", 1, null)))))
        .contains("'dong.wav' is not in the collection", "ding.wav", "logo.png");
  }

  @Test
  void everyFormatIsARenditionWithTheSameTimes() {
    RenderPlan plan =
        plan(b -> b.formats(List.of(new Canvas(480, 270, 30), new Canvas(640, 360, 30))));

    assertThat(plan.renditions())
        .extracting(PlannedRendition::name)
        .containsExactly("", "16x9", "640x360");
    assertThat(plan.renditions())
        .allSatisfy(
            rendition -> {
              assertThat(rendition.timeline().frames()).isEqualTo(plan.timeline().frames());
              assertThat(rendition.timeline().captions()).isEqualTo(plan.timeline().captions());
              assertThat(rendition.keys()).hasSize(3);
            });
    assertThat(plan.segments()).hasSize(9).extracting(Segment::index).isSorted();
  }

  @Test
  void aDraftHasHalfTheSizeAndABurnedLanguageIsAVideoOfItsOwn() {
    SubtitleTrack german =
        new SubtitleTrack("de", "1\n00:00:00,500 --> 00:00:02,000\nEine Kirsche\n", true);
    RenderPlan plan =
        plan(
            b ->
                b.subtitles(List.of(german))
                    .output(
                        new OutputBrief(null, null, OutputBrief.Quality.DRAFT, null, null, null)));

    assertThat(plan.timeline().canvas()).isEqualTo(new Canvas(134, 240, 30));
    assertThat(plan.segments())
        .extracting(Segment::encoding)
        .containsOnly(
            new Encoding(plan.segments().get(0).encoding().codec(), OutputBrief.Quality.DRAFT));
    PlannedRendition second = plan.renditions().get(1);
    assertThat(second.name()).isEqualTo("captions-de");
    assertThat(second.language()).isEqualTo("de");
    assertThat(second.timeline().captions())
        .singleElement()
        .satisfies(c -> assertThat(c.text()).isEqualTo("Eine Kirsche"));
  }

  @Test
  void repeatedSmallAndShortClipsAreDoubtful() {
    Picture tiny = new Picture.Footage(Briefs.blob(7), 90, 160, 1);
    RenderPlan plan = planner.plan(Briefs.request(TEXTS, List.of(tiny, Briefs.drawn(1), tiny)));

    assertThat(plan.warnings())
        .extracting(Violation::toString)
        .anySatisfy(w -> assertThat(w).startsWith("/scenes/2: shows the same file as /scenes/0"))
        .anySatisfy(w -> assertThat(w).contains("enlarged 3.0 times"))
        .anySatisfy(w -> assertThat(w).contains("1.0 seconds of footage"));
  }

  @Test
  void aGivenTimelineIsFilledInCheckedAndCut() {
    Clip named = new Clip(0, 0, 30, 0, 0, new Picture.Named("beach.mp4"), 0, null, "Hello", null);
    RenderPlan plan = planner.plan(new PlanTimeline(given(named)), SHELF);

    assertThat(plan.segments()).hasSize(1);
    assertThat(plan.segments().get(0).first().picture()).isInstanceOf(Picture.Footage.class);
    assertThat(plan.timeline().audio().music()).isEqualTo(Briefs.blob(4));
    Clip late = new Clip(0, 0, 30, 0, 0, new Picture.Named("intro.mp4"), 5, null, null, null);
    assertThatThrownBy(() -> planner.plan(new PlanTimeline(given(late)), SHELF))
        .isInstanceOfSatisfying(
            ServiceFailure.class,
            failure ->
                assertThat(failure.violations())
                    .extracting(Violation::pointer)
                    .containsExactly("/timeline/clips/0/in"));
  }

  private static VideoBrief given(Clip clip) {
    AudioMix audio = new AudioMix(List.of(), null, -16, 1, -14, List.of(), "ding.wav");
    return VideoBrief.builder()
        .title("Own")
        .timeline(new Timeline(Briefs.SMALL, 30, List.of(clip), null, List.of(), audio, 3))
        .seed(3L)
        .build();
  }

  private static List<SceneBrief> scenes(SceneBrief second) {
    return List.of(
        new SceneBrief(TEXTS.get(0), null, null), second, new SceneBrief(TEXTS.get(2), null, null));
  }

  private static Collection.Item footage(
      String name, int blob, int width, int height, double seconds) {
    return new Collection.Item(
        name,
        List.of(),
        new Picture.Footage(Briefs.blob(blob), width, height, seconds, true, null, null));
  }

  private String fault(UnaryOperator<VideoBriefBuilder> wish) {
    try {
      plan(wish);
      return "none";
    } catch (ServiceFailure failure) {
      return failure.violations().get(0).toString();
    }
  }

  private RenderPlan plan(UnaryOperator<VideoBriefBuilder> wish) {
    PlanVideo base =
        Briefs.request(TEXTS, List.of(Briefs.drawn(0), Briefs.drawn(1), Briefs.drawn(2)));
    VideoBrief brief = wish.apply(base.brief().but()).build();
    return planner.plan(
        new PlanVideo(brief, base.script(), base.speech(), base.materials(), base.music()), SHELF);
  }
}
