package io.moneyprinter.video.timeline;

import io.moneyprinter.codecs.bus.Violation;
import io.moneyprinter.codecs.materials.Picture;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.video.Canvas;
import io.moneyprinter.codecs.video.Clip;
import io.moneyprinter.codecs.video.Fit;
import io.moneyprinter.codecs.video.SceneBrief;
import io.moneyprinter.codecs.video.Timeline;
import io.moneyprinter.codecs.video.VideoBrief;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is doubtful about a timeline, though it can be made. Pure. */
final class TimelineWarnings {
  private static final int MOST_STILLS_RUNNING = 4;
  private static final int FEW_CLIPS = 5;
  private static final double MOST_STILLS_SHARE = 0.7;
  private static final double MOST_UPSCALED = 2;
  private static final int LONG_TITLE = 48;

  private final VideoBrief brief;
  private final Timeline timeline;
  private final List<Violation> found = new ArrayList<>();

  private TimelineWarnings(VideoBrief brief, Timeline timeline) {
    this.brief = brief;
    this.timeline = timeline;
  }

  /** Warnings with pointers into the brief that the timeline was made from. */
  static List<Violation> of(VideoBrief brief, Timeline timeline) {
    TimelineWarnings warnings = new TimelineWarnings(brief, timeline);
    warnings.stills();
    warnings.repeated();
    for (int i = 0; i < timeline.clips().size(); i++) {
      warnings.clip(i);
    }
    warnings.found.addAll(OverlayWarnings.of(brief, timeline));
    return List.copyOf(warnings.found);
  }

  private void stills() {
    int all = 0;
    int running = 0;
    for (int i = 0; i < timeline.clips().size(); i++) {
      boolean still = timeline.clips().get(i).picture() instanceof Picture.Still;
      running = still ? running + 1 : 0;
      all += still ? 1 : 0;
      if (running == MOST_STILLS_RUNNING + 1) {
        warn(
            pointer(i),
            "is the fifth still in a row: a clip among them would hold attention better");
      }
    }
    int clips = timeline.clips().size();
    if (clips >= FEW_CLIPS && all > MOST_STILLS_SHARE * clips) {
      warn("", "%d of %d pictures are stills: more footage would look livelier", all, clips);
    }
  }

  private void repeated() {
    Map<Blob, Integer> seen = new HashMap<>();
    for (int i = 0; i < timeline.clips().size(); i++) {
      Blob blob = blob(timeline.clips().get(i).picture());
      Integer first = blob == null ? null : seen.putIfAbsent(blob, i);
      if (first != null) {
        warn(pointer(i), "shows the same file as %s", pointer(first));
      }
    }
  }

  private static Blob blob(Picture picture) {
    if (picture instanceof Picture.Footage footage) {
      return footage.blob();
    }
    return picture instanceof Picture.Still still ? still.blob() : null;
  }

  private void clip(int index) {
    Clip clip = timeline.clips().get(index);
    String pointer = pointer(index);
    if (clip.title() != null && clip.title().length() > LONG_TITLE) {
      warn(pointer + "/title", "is long for a title: it is set small to stay in the safe area");
    }
    if (clip.picture() instanceof Picture.Footage footage) {
      length(pointer, clip, footage);
      size(pointer, clip, footage.width(), footage.height(), 1);
    } else if (clip.picture() instanceof Picture.Still still) {
      double zoom =
          clip.motion() == null ? 1 : Math.min(clip.motion().fromZoom(), clip.motion().toZoom());
      size(pointer, clip, still.width(), still.height(), zoom);
    }
    sound(pointer, clip);
  }

  private void length(String pointer, Clip clip, Picture.Footage footage) {
    double shown = timeline.canvas().secondsOf(clip.frames() + clip.tail());
    double held = footage.seconds() - clip.in();
    if (held + timeline.canvas().secondsOf(1) >= shown * clip.pace()) {
      return;
    }
    if (clip.pace() > 1 && held >= shown) {
      warn(
          pointer + "/speed",
          "makes %.1f seconds of footage run out before the %.1f seconds shown: it is played again",
          held,
          shown);
    } else {
      warn(
          pointer,
          "has %.1f seconds of footage for %.1f seconds: it is played again from its beginning",
          held / clip.pace(),
          shown);
    }
  }

  private void size(String pointer, Clip clip, int width, int height, double zoom) {
    Canvas canvas = timeline.canvas();
    double across = canvas.width() / (double) width;
    double down = canvas.height() / (double) height;
    boolean covers = clip.fit() == null || clip.fit().mode() == Fit.Mode.COVER;
    double factor = zoom * (covers ? Math.max(across, down) : Math.min(across, down));
    if (factor > MOST_UPSCALED) {
      warn(
          pointer,
          "is %d x %d pixels, enlarged %.1f times: it will look soft",
          width,
          height,
          factor);
    }
  }

  private void sound(String pointer, Clip clip) {
    boolean own = clip.scene() >= 0 && clip.scene() < brief.scenes().size();
    SceneBrief scene = own ? brief.scenes().get(clip.scene()) : null;
    if (scene == null) {
      return;
    }
    boolean footage = clip.picture() instanceof Picture.Footage;
    boolean sounds = clip.picture() instanceof Picture.Footage f && Boolean.TRUE.equals(f.audio());
    if (scene.volume() != null && !sounds) {
      warn(pointer + "/volume", "does nothing, for the picture has no sound of its own");
    }
    if (!footage && (scene.speed() != null || scene.in() != null)) {
      warn(pointer, "asks for in or speed, which do nothing for a picture that is no clip");
    }
  }

  /** Where the clip stands in the brief. */
  private String pointer(int index) {
    int scene = timeline.clips().get(index).scene();
    if (brief.timeline() != null) {
      return "/timeline/clips/" + index;
    }
    if (scene == PlannedShot.NO_SCENE) {
      return "/brand";
    }
    return "/scenes/" + scene;
  }

  private void warn(String pointer, String message, Object... values) {
    found.add(new Violation(pointer, message.formatted(values)));
  }
}
