package io.moneyprinter.video.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.materials.ChosenMaterials;
import io.moneyprinter.codecs.materials.Picture;
import io.moneyprinter.codecs.materials.SceneMaterial;
import io.moneyprinter.codecs.video.Caption;
import io.moneyprinter.codecs.video.Clip;
import io.moneyprinter.codecs.video.PlanVideo;
import io.moneyprinter.codecs.video.RenderPlan;
import io.moneyprinter.codecs.video.Segment;
import io.moneyprinter.codecs.video.Timeline;
import io.moneyprinter.codecs.video.TransitionStyle;
import io.moneyprinter.video.Briefs;
import io.moneyprinter.video.ShippedFonts;
import io.moneyprinter.video.fonts.FontBook;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VideoPlannerTest {
  private static final List<String> TEXTS =
      List.of(
          "Coffee begins as a cherry on a small tree.",
          "Farmers pick it by hand and dry it in the sun.",
          "Then fire turns the green bean brown.",
          "And that is your morning cup.");

  private final FontBook fonts = ShippedFonts.book();
  private final VideoPlanner planner =
      new VideoPlanner(fonts, new SegmentKeys(fonts, encoding -> "libx264 · build a"));

  @Test
  void clipsFollowOneAnotherWithoutGapsAndTheSoundIsAsLong() {
    Timeline timeline = planner.plan(request(TEXTS)).timeline();

    int frame = 0;
    for (Clip clip : timeline.clips()) {
      assertThat(clip.start()).isEqualTo(frame);
      frame += clip.frames();
    }
    assertThat(timeline.frames()).isEqualTo(frame);
    assertThat(timeline.audio().seconds()).isEqualTo(frame / 30.0);
    assertThat(timeline.clips().get(0).lead()).isZero();
    assertThat(timeline.clips().get(1).lead()).isEqualTo(15);
    assertThat(timeline.clips().get(0).tail()).isEqualTo(15);
    assertThat(timeline.clips().get(3).tail()).isZero();
  }

  @Test
  void speechBeginsWhileTheBlendIsUnderWayAndEndsInsideItsScene() {
    PlanVideo request = request(TEXTS);
    Timeline timeline = planner.plan(request).timeline();

    for (Clip clip : timeline.clips()) {
      double start = timeline.audio().voice().get(clip.scene()).start();
      double end = start + request.speech().get(clip.scene()).seconds();
      assertThat(start).isGreaterThan(clip.start() / 30.0);
      assertThat(end + 0.3).isLessThan((clip.start() + clip.frames()) / 30.0);
    }
  }

  @Test
  void captionsLieInTheirScenesWhereTheirWordsAreSpoken() {
    RenderPlan plan = planner.plan(request(TEXTS));

    Caption first = plan.timeline().captions().get(0);
    long speech = Math.round(plan.timeline().audio().voice().get(0).start() * 30);
    assertThat(first.start()).isEqualTo((int) speech);
    assertThat(first.words().get(1).start()).isEqualTo((int) Math.round(speech + 0.35 * 30));
    for (Segment segment : plan.segments()) {
      assertThat(segment.captions()).isNotEmpty();
      assertThat(segment.captions())
          .allSatisfy(c -> assertThat(c.end()).isBetween(1, segment.frames()));
    }
  }

  @Test
  void aShortWordStillHasASceneOfOneAndAHalfSeconds() {
    Timeline timeline = planner.plan(request(List.of("One.", "Two.", "Three."))).timeline();

    assertThat(timeline.clips()).allSatisfy(c -> assertThat(c.frames()).isGreaterThanOrEqualTo(45));
  }

  @Test
  void theSameRequestGivesTheSamePlan() {
    assertThat(planner.plan(request(TEXTS))).isEqualTo(planner.plan(request(TEXTS)));
  }

  @Test
  void anEditedWordOfEqualLengthTouchesOnlyItsOwnSegment() {
    assertThat(changed(TEXTS, edited(1, TEXTS.get(1).replace("sun", "air")))).containsExactly(1);
  }

  @Test
  void aLongerSceneTouchesItselfAndTheBlendAfterItButNotWhatItMoves() {
    assertThat(changed(TEXTS, edited(1, TEXTS.get(1) + " For many long days.")))
        .containsExactly(1, 2);
  }

  @Test
  void withCutsALongerSceneTouchesOnlyItself() {
    List<String> before = keys(planner.plan(cuts(TEXTS)));
    List<String> after = keys(planner.plan(cuts(edited(1, TEXTS.get(1) + " For long days."))));

    assertThat(difference(before, after)).containsExactly(1);
  }

  @Test
  void anotherTransitionChangesOnlyTheSegmentsWithAJoin() {
    RenderPlan fades = planner.plan(request(TEXTS));
    RenderPlan wipes = planner.plan(joined(TransitionStyle.WIPE_LEFT));

    assertThat(difference(keys(fades), keys(wipes))).containsExactly(1, 2, 3);
    assertThat(wipes.timeline().clips())
        .extracting(Clip::transition)
        .containsExactly(
            null, TransitionStyle.WIPE_LEFT, TransitionStyle.WIPE_LEFT, TransitionStyle.WIPE_LEFT);
    assertThat(wipes.timeline().frames()).isEqualTo(fades.timeline().frames());
  }

  @Test
  void shuffledTransitionsAreDecidedByTheSeedAndNeverTheSameTwiceRunning() {
    Set<List<TransitionStyle>> seen = new HashSet<>();
    for (long seed = 1; seed <= 40; seed++) {
      PlanVideo shuffled = seeded(joined(TransitionStyle.SHUFFLE), seed);
      List<TransitionStyle> styles = styles(planner.plan(shuffled));

      assertThat(styles(planner.plan(shuffled))).isEqualTo(styles);
      assertThat(styles.get(0)).isNotEqualTo(styles.get(1));
      assertThat(styles.get(1)).isNotEqualTo(styles.get(2));
      seen.add(styles);
    }
    assertThat(seen).hasSizeGreaterThan(30);
  }

  @Test
  void shufflingTransitionsMovesNothingElse() {
    Timeline fades = planner.plan(request(TEXTS)).timeline();
    Timeline shuffled = planner.plan(joined(TransitionStyle.SHUFFLE)).timeline();

    assertThat(shuffled)
        .usingRecursiveComparison()
        .ignoringFields("clips.transition")
        .isEqualTo(fades);
  }

  @Test
  void anotherEncoderGivesOtherKeys() {
    VideoPlanner other =
        new VideoPlanner(fonts, new SegmentKeys(fonts, encoding -> "libx264 · build b"));

    assertThat(keys(planner.plan(request(TEXTS))))
        .doesNotContainAnyElementsOf(keys(other.plan(request(TEXTS))));
  }

  @Test
  void aSceneWithASecondPictureCutsToItHalfWayAndMovesNothingElse() {
    List<String> texts = edited(1, TEXTS.get(1) + " And this sentence goes on for very long.");
    PlanVideo plain = request(texts);
    SceneMaterial first = plain.materials().scenes().get(1);
    Picture other = new Picture.Still(Briefs.blob(77), 1600, 1200);
    SceneMaterial second = new SceneMaterial(1, other, 0.4, List.of("fits"), first.provenance());
    PlanVideo both =
        new PlanVideo(
            plain.brief(),
            plain.script(),
            plain.speech(),
            new ChosenMaterials(plain.materials().scenes(), List.of(), List.of(second)),
            plain.music());

    Timeline before = planner.plan(plain).timeline();
    Timeline after = planner.plan(both).timeline();

    assertThat(after.clips()).extracting(Clip::scene).containsExactly(0, 1, 1, 2, 3);
    assertThat(after.clips().get(2).picture()).isEqualTo(other);
    assertThat(after.clips().get(2).lead()).isZero();
    assertThat(after.clips().get(1).frames() + after.clips().get(2).frames())
        .isEqualTo(before.clips().get(1).frames());
    assertThat(after.audio()).isEqualTo(before.audio());
    assertThat(after.captions()).isEqualTo(before.captions());
    assertThat(after.frames()).isEqualTo(before.frames());
  }

  @Test
  void neighbouringStillsMoveDifferently() {
    List<Picture> stills = new ArrayList<>();
    for (int i = 0; i < TEXTS.size(); i++) {
      stills.add(new Picture.Still(Briefs.blob(i), 1600, 1200));
    }
    List<Clip> clips = planner.plan(Briefs.request(TEXTS, stills)).timeline().clips();

    for (int i = 1; i < clips.size(); i++) {
      assertThat(clips.get(i).motion()).isNotNull().isNotEqualTo(clips.get(i - 1).motion());
    }
  }

  @Test
  void longFootageSkipsItsFirstMomentsAndShortFootageBeginsAtItsBeginning() {
    List<Picture> footage =
        List.of(
            new Picture.Footage(Briefs.blob(1), 1920, 1080, 60),
            new Picture.Footage(Briefs.blob(2), 1920, 1080, 1));
    List<Clip> clips =
        planner.plan(Briefs.request(TEXTS.subList(0, 2), footage)).timeline().clips();

    assertThat(clips.get(0).in()).isBetween(0.5, 40.0);
    assertThat(clips.get(1).in()).isZero();
  }

  @Test
  void aScriptThatNoFontShowsIsRefusedByName() {
    PlanVideo request = request(List.of("Plain words.", "\uDB80\uDC00 nowhere"));

    assertThatThrownBy(() -> planner.plan(request))
        .isInstanceOf(ServiceFailure.class)
        .hasMessageContaining("No font here");
  }

  @Test
  void missingSpeechIsRefused() {
    PlanVideo whole = request(TEXTS);
    PlanVideo request =
        new PlanVideo(
            whole.brief(),
            whole.script(),
            whole.speech().subList(0, 2),
            whole.materials(),
            whole.music());

    assertThatThrownBy(() -> planner.plan(request)).hasMessageContaining("narrations");
  }

  private List<Integer> changed(List<String> before, List<String> after) {
    return difference(keys(planner.plan(request(before))), keys(planner.plan(request(after))));
  }

  private static List<Integer> difference(List<String> before, List<String> after) {
    List<Integer> changed = new ArrayList<>();
    for (int i = 0; i < before.size(); i++) {
      if (!before.get(i).equals(after.get(i))) {
        changed.add(i);
      }
    }
    return changed;
  }

  private static List<String> edited(int scene, String text) {
    List<String> texts = new ArrayList<>(TEXTS);
    texts.set(scene, text);
    return texts;
  }

  private static List<String> keys(RenderPlan plan) {
    return plan.segments().stream().map(Segment::key).toList();
  }

  private static PlanVideo request(List<String> texts) {
    return Briefs.request(texts, pictures(texts.size()));
  }

  private static List<TransitionStyle> styles(RenderPlan plan) {
    return plan.timeline().clips().stream().skip(1).map(Clip::transition).toList();
  }

  private static PlanVideo seeded(PlanVideo request, long seed) {
    return new PlanVideo(
        request.brief().but().seed(seed).build(),
        request.script(),
        request.speech(),
        request.materials(),
        request.music());
  }

  private static PlanVideo joined(TransitionStyle style) {
    return joined(TEXTS, style);
  }

  private static PlanVideo cuts(List<String> texts) {
    return joined(texts, TransitionStyle.CUT);
  }

  private static PlanVideo joined(List<String> texts, TransitionStyle style) {
    return Briefs.request(
        texts, pictures(texts.size()), style, null, (scene, seconds) -> Briefs.blob(1000 + scene));
  }

  private static List<Picture> pictures(int count) {
    List<Picture> pictures = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      pictures.add(Briefs.drawn(i));
    }
    return pictures;
  }
}
