package io.moneyprinter.codecs.video;

import io.moneyprinter.codecs.bus.Violation;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;

/** What a {@link VideoBrief} must be like before any work starts on it. */
public final class BriefRules {
  /** About 25 minutes of speech: more is most likely a mistake, and is better cut into parts. */
  public static final int MAX_WORDS = 4_000;

  public static final int MAX_SCENES = 200;
  public static final int MAX_METADATA = 50;

  private BriefRules() {}

  /** Everything that is wrong, with where and what would be right; empty for a good brief. */
  public static List<Violation> violations(VideoBrief brief) {
    List<Violation> found = new ArrayList<>();
    checkSource(brief, found);
    checkScenes(brief, found);
    checkLength(brief, found);
    checkVoice(brief, found);
    found.addAll(CaptionRules.violations(brief.captions(), "/captions"));
    if (!(brief.music().volume() >= -40 && brief.music().volume() <= 0)) {
      found.add(new Violation("/music/volume", "must be -40 to 0 (decibels against the voice)"));
    }
    if (brief.metadata().size() > MAX_METADATA) {
      found.add(new Violation("/metadata", "may hold at most " + MAX_METADATA + " entries"));
    }
    return List.copyOf(found);
  }

  private static void checkSource(VideoBrief brief, List<Violation> found) {
    int given =
        (blank(brief.topic()) ? 0 : 1)
            + (blank(brief.script()) ? 0 : 1)
            + (brief.scenes().isEmpty() ? 0 : 1);
    if (given == 0) {
      found.add(
          new Violation(
              "",
              emptyButNamed(brief)
                  + "Give one of script (text to speak), scenes (a list with narration)"
                  + " or topic (needs a language model)"));
    } else if (given > 1) {
      found.add(new Violation("", "Give only one of script, scenes and topic"));
    }
  }

  private static String emptyButNamed(VideoBrief brief) {
    if (brief.script() != null) {
      return "The script is empty. ";
    }
    return brief.topic() != null ? "The topic is empty. " : "";
  }

  private static void checkScenes(VideoBrief brief, List<Violation> found) {
    if (brief.scenes().size() > MAX_SCENES) {
      found.add(new Violation("/scenes", "may hold at most " + MAX_SCENES + " scenes"));
    }
    for (int i = 0; i < brief.scenes().size(); i++) {
      if (blank(brief.scenes().get(i).narration())) {
        found.add(new Violation("/scenes/" + i + "/narration", "must say something"));
      }
    }
  }

  private static void checkLength(VideoBrief brief, List<Violation> found) {
    int words = words(brief.script());
    for (SceneBrief scene : brief.scenes()) {
      words += words(scene.narration());
    }
    if (words > MAX_WORDS) {
      found.add(
          new Violation(
              brief.scenes().isEmpty() ? "/script" : "/scenes",
              "has "
                  + words
                  + " words; at most "
                  + MAX_WORDS
                  + " make one video: cut it into parts"));
    }
  }

  private static void checkVoice(VideoBrief brief, List<Violation> found) {
    if (!(brief.rate() >= 0.5 && brief.rate() <= 2.0)) {
      found.add(new Violation("/rate", "must be 0.5 to 2.0, 1.0 being the voice's own speed"));
    }
    try {
      String language = new Locale.Builder().setLanguageTag(brief.language()).build().getLanguage();
      if (language.isEmpty()) {
        found.add(new Violation("/language", "must be a BCP 47 tag such as en, de or zh-CN"));
      }
    } catch (IllformedLocaleException e) {
      found.add(new Violation("/language", "must be a BCP 47 tag such as en, de or zh-CN"));
    }
  }

  private static int words(String text) {
    return blank(text) ? 0 : text.strip().split("\\s+").length;
  }

  private static boolean blank(String text) {
    return text == null || text.isBlank();
  }
}
