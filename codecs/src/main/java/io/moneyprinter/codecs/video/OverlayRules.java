package io.moneyprinter.codecs.video;

import java.util.List;

/** What the overlays of a timeline must be like. */
final class OverlayRules {
  private final Faults faults;
  private final LookRules looks;
  private final Timeline timeline;

  OverlayRules(Faults faults, LookRules looks, Timeline timeline) {
    this.faults = faults;
    this.looks = looks;
    this.timeline = timeline;
  }

  void check() {
    List<Overlay> overlays = timeline.overlays();
    faults.atMost("/overlays", overlays.size(), TimelineRules.MAX_OVERLAYS, "overlays");
    for (int i = 0; i < overlays.size(); i++) {
      overlay("/overlays/" + i, overlays.get(i));
    }
  }

  private void overlay(String pointer, Overlay overlay) {
    faults.when(
        overlay.start() < 0 || overlay.start() >= timeline.frames(),
        pointer + "/start",
        "must be a frame of the video, 0 to " + (timeline.frames() - 1));
    faults.when(overlay.frames() < 1, pointer + "/frames", "must be 1 or more");
    faults.when(
        (long) overlay.start() + overlay.frames() > timeline.frames(),
        pointer + "/frames",
        "must be at most "
            + Math.max(1, timeline.frames() - Math.max(0, overlay.start()))
            + ": the video ends then");
    faults.when(!(overlay.in() >= 0), pointer + "/in", "must be 0 or more (seconds)");
    faults.speed(pointer + "/speed", overlay.speed());
    looks.fit(pointer + "/fit", overlay.fit());
    looks.grade(pointer + "/grade", overlay.grade());
    faults.positive(pointer + "/width", overlay.width(), 4, "share of the canvas width");
    faults.positive(pointer + "/height", overlay.height(), 4, "share of the canvas height");
    faults.range(pointer + "/radius", overlay.radius(), 0, 0.5, "share of the shorter side");
    PictureRules.check(faults, pointer, overlay.picture(), overlay.in(), overlay.speed());
    path(pointer + "/path", overlay.path());
  }

  private void path(String pointer, List<Keyframe> path) {
    faults.when(path.isEmpty(), pointer, "must hold at least one place");
    faults.atMost(pointer, path.size(), MediaRules.MAX_MOVES, "places");
    int before = -1;
    for (int i = 0; i < path.size(); i++) {
      Keyframe place = path.get(i);
      String at = pointer + "/" + i;
      faults.when(
          place.frame() <= before,
          at + "/frame",
          before < 0 ? "must be 0 or more" : "must come after frame " + before);
      before = place.frame();
      faults.range(at + "/x", place.x(), -2, 3, "0 left edge, 1 right edge");
      faults.range(at + "/y", place.y(), -2, 3, "0 top edge, 1 bottom edge");
      faults.range(at + "/scale", place.scale(), 0.01, 10, "1 being its own size");
      faults.range(at + "/opacity", place.opacity(), 0, 1, "");
    }
  }
}
