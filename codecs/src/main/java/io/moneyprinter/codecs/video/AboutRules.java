package io.moneyprinter.codecs.video;

import static io.moneyprinter.codecs.video.Faults.blank;

/**
 * What a brief is about: exactly one thing, and beside a timeline nothing that the timeline says
 * itself.
 */
final class AboutRules {
  private final Faults faults;
  private final VideoBrief brief;

  AboutRules(Faults faults, VideoBrief brief) {
    this.faults = faults;
    this.brief = brief;
  }

  void check() {
    int given =
        (blank(brief.topic()) ? 0 : 1)
            + (blank(brief.script()) ? 0 : 1)
            + (brief.scenes().isEmpty() ? 0 : 1)
            + (brief.source() == null ? 0 : 1)
            + (brief.timeline() == null ? 0 : 1);
    if (given == 0) {
      faults.add(
          "",
          emptyButNamed()
              + "Give one of script (text to speak), scenes (a list with narration), topic or source"
              + " (which need a language model) or timeline (all laid out)");
    } else if (given > 1) {
      faults.add("", "Give only one of script, scenes, topic, source and timeline");
    } else if (brief.timeline() != null) {
      timeline();
    }
  }

  private String emptyButNamed() {
    if (brief.script() != null) {
      return "The script is empty. ";
    }
    return brief.topic() != null ? "The topic is empty. " : "";
  }

  private void timeline() {
    VideoBrief plain = VideoBrief.builder().build();
    ownedByTimeline("writing", brief.writing().equals(plain.writing()));
    ownedByTimeline("voice", brief.voice().equals(plain.voice()));
    ownedByTimeline("rate", brief.rate().equals(plain.rate()));
    ownedByTimeline("narration", brief.narration().equals(plain.narration()));
    ownedByTimeline("canvas", brief.canvas().equals(plain.canvas()));
    ownedByTimeline("captions", brief.captions().equals(plain.captions()));
    ownedByTimeline("music", brief.music().equals(plain.music()));
    ownedByTimeline("sounds", brief.sounds().isEmpty());
    ownedByTimeline("transition", brief.transition() == plain.transition());
    ownedByTimeline(
        "transitionSeconds", brief.transitionSeconds().equals(plain.transitionSeconds()));
    ownedByTimeline("overlays", brief.overlays().isEmpty());
    ownedByTimeline("brand", brief.brand() == null);
    faults.when(
        brief.review() != Review.NONE,
        "/review",
        "has nothing to show beside a timeline, which has no script: leave it out");
    ownedByTimeline("seed", brief.seed() == null || brief.seed() == brief.timeline().seed());
    TimelineRules.violations(brief.timeline())
        .forEach(fault -> faults.add("/timeline" + fault.pointer(), fault.message()));
  }

  private void ownedByTimeline(String key, boolean absent) {
    faults.when(
        !absent,
        "/" + key,
        "would not count beside a timeline, which says this itself: leave it out");
  }
}
