package io.moneyprinter.codecs.video;

import static io.moneyprinter.codecs.video.Faults.blank;

import io.moneyprinter.codecs.bus.Violation;
import java.util.HashSet;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a {@link VideoBrief} must be like before any work starts on it. */
public final class BriefRules {
  /** About 25 minutes of speech: more is most likely a mistake, and is better cut into parts. */
  public static final int MAX_WORDS = 4_000;

  public static final int MAX_SCENES = 200;
  public static final int MAX_METADATA = 50;
  public static final int MAX_FORMATS = 6;
  public static final int MAX_SUBTITLES = 20;

  /** US dollars; more for one video is most likely a mistake. */
  public static final double MAX_BUDGET = 100_000;

  public static final String BUDGET =
      "must be US dollars, more than 0 and at most 100000; leave it out for no limit";

  static final String TAG = "must be a BCP 47 tag such as en, de or zh-CN";

  private final VideoBrief brief;
  private final Faults faults = new Faults();
  private final LookRules looks = new LookRules(faults);

  private BriefRules(VideoBrief brief) {
    this.brief = brief;
  }

  /** Everything that is wrong, with where and what would be right; empty for a good brief. */
  public static List<Violation> violations(VideoBrief brief) {
    return new BriefRules(brief).check();
  }

  private List<Violation> check() {
    new AboutRules(faults, brief).check();
    new WritingRules(faults, brief).check();
    words();
    voice();
    formats();
    looks.captions("/captions", brief.captions());
    subtitles();
    new MusicRules(faults).check(brief);
    faults.range("/transitionSeconds", brief.transitionSeconds(), 0, 2, "seconds");
    new MediaRules(faults, looks, brief).check();
    output();
    faults.when(
        brief.budget() != null && !(brief.budget() > 0 && brief.budget() <= MAX_BUDGET),
        "/budget",
        BUDGET);
    faults.atMost("/metadata", brief.metadata().size(), MAX_METADATA, "entries");
    return faults.found();
  }

  private void words() {
    faults.atMost("/scenes", brief.scenes().size(), MAX_SCENES, "scenes");
    int words = words(brief.script());
    for (int i = 0; i < brief.scenes().size(); i++) {
      String narration = brief.scenes().get(i).narration();
      faults.when(blank(narration), "/scenes/" + i + "/narration", "must say something");
      words += words(narration);
    }
    faults.when(
        words > MAX_WORDS,
        brief.scenes().isEmpty() ? "/script" : "/scenes",
        "has " + words + " words; at most " + MAX_WORDS + " make one video: cut it into parts");
  }

  private void voice() {
    faults.when(
        !(brief.rate() >= 0.5 && brief.rate() <= 2.0),
        "/rate",
        "must be 0.5 to 2.0, 1.0 being the voice's own speed");
    faults.when(!tag(brief.language()), "/language", TAG);
    new NarrationRules(faults).check(brief);
  }

  private void formats() {
    Canvas first = brief.timeline() == null ? brief.canvas() : brief.timeline().canvas();
    if (brief.timeline() == null) {
      looks.canvas("/canvas", brief.canvas());
    }
    faults.atMost("/formats", brief.formats().size(), MAX_FORMATS, "formats");
    Set<Canvas> seen = new HashSet<>(Set.of(first));
    for (int i = 0; i < brief.formats().size(); i++) {
      Canvas format = brief.formats().get(i);
      String pointer = "/formats/" + i;
      looks.canvas(pointer, format);
      faults.when(
          format.fps() != first.fps(),
          pointer,
          "must have the frame rate of the canvas, %d: write it behind the name, such as 16:9@%d"
              .formatted(first.fps(), first.fps()));
      faults.when(
          !seen.add(format),
          pointer,
          "is there already, as the canvas or as another format: leave it out");
    }
  }

  private void subtitles() {
    faults.atMost("/subtitles", brief.subtitles().size(), MAX_SUBTITLES, "languages");
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < brief.subtitles().size(); i++) {
      SubtitleTrack track = brief.subtitles().get(i);
      String pointer = "/subtitles/" + i;
      faults.when(!tag(track.language()), pointer + "/language", TAG);
      faults.when(
          !seen.add(track.language().toLowerCase(Locale.ROOT)),
          pointer + "/language",
          "is there already: keep one text for each language");
      faults.when(
          !track.text().contains("-->"),
          pointer + "/text",
          "must be SubRip or WebVTT, with lines such as 00:00:01,000 --> 00:00:03,500");
    }
  }

  private void output() {
    OutputBrief output = brief.output();
    Set<VideoCodec> suited =
        switch (output.container()) {
          case MP4 -> Set.of(VideoCodec.H264, VideoCodec.HEVC, VideoCodec.AV1, VideoCodec.LOSSLESS);
          case WEBM -> Set.of(VideoCodec.VP9, VideoCodec.AV1);
          case MOV ->
              Set.of(VideoCodec.PRORES, VideoCodec.H264, VideoCodec.HEVC, VideoCodec.LOSSLESS);
          case GIF, AUDIO -> Set.of(VideoCodec.values());
        };
    faults.when(
        !suited.contains(output.codec()),
        "/output/codec",
        "does not go into "
            + output.container().name().toLowerCase(Locale.ROOT)
            + ": h264, hevc and av1 go into mp4, vp9 and av1 into webm, prores, h264 and hevc into"
            + " mov; or leave it out");
  }

  static boolean tag(String language) {
    try {
      return !new Locale.Builder().setLanguageTag(language).build().getLanguage().isEmpty();
    } catch (IllformedLocaleException e) {
      return false;
    }
  }

  private static int words(String text) {
    return blank(text) ? 0 : text.strip().split("\\s+").length;
  }
}
