package io.moneyprinter.codecs.video;

import static io.moneyprinter.codecs.video.Faults.blank;

import io.moneyprinter.codecs.bus.Violation;
import io.moneyprinter.codecs.materials.Picture;
import java.util.List;

/**
 * What a {@link Timeline} must be like to be made. Names of files that are not looked up yet pass;
 * check again when they are.
 */
public final class TimelineRules {
  public static final int MAX_CLIPS = 1_000;
  public static final int MAX_OVERLAYS = 200;
  public static final int MAX_CAPTIONS = 10_000;
  public static final int MAX_SECONDS = 7_200;

  private static final int MAX_TITLE = 200;

  private final Timeline timeline;
  private final Faults faults = new Faults();
  private final LookRules looks = new LookRules(faults);

  private TimelineRules(Timeline timeline) {
    this.timeline = timeline;
  }

  /** Everything that is wrong, with pointers into the timeline; empty for a good one. */
  public static List<Violation> violations(Timeline timeline) {
    return new TimelineRules(timeline).check();
  }

  private List<Violation> check() {
    faults.when(
        timeline.version() != Timeline.VERSION,
        "/version",
        "must be " + Timeline.VERSION + ", the form that this program reads");
    looks.canvas("/canvas", timeline.canvas());
    faults.when(
        timeline.canvas().secondsOf(timeline.frames()) > MAX_SECONDS,
        "/frames",
        "may last at most " + MAX_SECONDS + " seconds: cut it into parts");
    clips();
    new OverlayRules(faults, looks, timeline).check();
    looks.captions("/captionStyle", timeline.captionStyle());
    captions();
    new MixRules(faults, timeline).check();
    return faults.found();
  }

  private void clips() {
    List<Clip> clips = timeline.clips();
    faults.when(clips.isEmpty(), "/clips", "must hold at least one clip");
    faults.atMost("/clips", clips.size(), MAX_CLIPS, "clips");
    int end = 0;
    for (int i = 0; i < clips.size(); i++) {
      Clip clip = clips.get(i);
      String pointer = "/clips/" + i;
      faults.when(
          clip.start() != end,
          pointer + "/start",
          "must be %d, %s: the base track has no gaps and nothing on it overlaps"
              .formatted(end, i == 0 ? "the beginning" : "where the clip before ends"));
      end = clip.start() + clip.frames();
      boolean last = i == clips.size() - 1;
      int tail = last ? 0 : clips.get(i + 1).lead();
      faults.when(
          clip.tail() != tail,
          pointer + "/tail",
          "must be "
              + tail
              + (last ? ", for nothing comes after it" : ", the lead of the clip after it"));
      faults.when(
          i == 0 && clip.lead() > 0, pointer + "/lead", "must be 0, for nothing comes before it");
      clip(pointer, clip);
    }
    faults.when(
        !clips.isEmpty() && end != timeline.frames(),
        "/frames",
        "must be " + end + ", where the last clip ends");
  }

  private void clip(String pointer, Clip clip) {
    faults.when(clip.scene() < -1, pointer + "/scene", "must be 0 or more, or -1 for no scene");
    faults.speed(pointer + "/speed", clip.speed());
    looks.fit(pointer + "/fit", clip.fit());
    looks.grade(pointer + "/grade", clip.grade());
    faults.when(
        clip.title() != null && clip.title().length() > MAX_TITLE,
        pointer + "/title",
        "may have at most " + MAX_TITLE + " characters");
    PictureRules.check(faults, pointer, clip.picture(), clip.in(), clip.speed());
    if (clip.motion() == null) {
      return;
    }
    Picture picture = clip.picture();
    faults.when(
        !(picture instanceof Picture.Still || picture instanceof Picture.Named),
        pointer + "/motion",
        "moves over stills only: leave it out");
    faults.range(pointer + "/motion/fromX", clip.motion().fromX(), 0, 1, "0 left, 1 right");
    faults.range(pointer + "/motion/fromY", clip.motion().fromY(), 0, 1, "0 top, 1 bottom");
    faults.range(pointer + "/motion/toX", clip.motion().toX(), 0, 1, "0 left, 1 right");
    faults.range(pointer + "/motion/toY", clip.motion().toY(), 0, 1, "0 top, 1 bottom");
  }

  private void captions() {
    faults.atMost("/captions", timeline.captions().size(), MAX_CAPTIONS, "captions");
    int before = 0;
    for (int i = 0; i < timeline.captions().size(); i++) {
      Caption caption = timeline.captions().get(i);
      String pointer = "/captions/" + i;
      faults.when(
          caption.start() < before,
          pointer + "/start",
          "must be %d or later: the caption before is still shown".formatted(before));
      faults.when(
          caption.end() > timeline.frames(),
          pointer + "/end",
          "must be at most %d, the end of the video".formatted(timeline.frames()));
      faults.when(caption.words().isEmpty(), pointer + "/words", "must hold at least one word");
      before = caption.end();
      words(pointer + "/words/", caption);
    }
  }

  private void words(String pointer, Caption caption) {
    int before = caption.start();
    for (int i = 0; i < caption.words().size(); i++) {
      Caption.Word word = caption.words().get(i);
      faults.when(blank(word.text()), pointer + i + "/text", "must not be empty");
      faults.when(
          word.start() < before || word.end() <= word.start() || word.end() > caption.end(),
          pointer + i,
          "must lie in its caption (frames %d to %d), after the word before, for one frame or more"
              .formatted(caption.start(), caption.end()));
      before = Math.max(before, word.end());
    }
  }
}
