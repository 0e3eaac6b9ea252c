package io.moneyprinter.codecs.video;

import io.moneyprinter.codecs.bus.Violation;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a {@link VideoBrief} must be like before any work starts on it. */
public final class BriefRules {
  /** About 25 minutes of speech: more is most likely a mistake, and is better cut into parts. */
  public static final int MAX_WORDS = 4_000;

  public static final int MAX_SCENES = 200;
  public static final int MAX_METADATA = 50;

  private static final Pattern COLOR = Pattern.compile("#[0-9a-fA-F]{6}");

  private static final Pattern COLOR_WITH_ALPHA =
      Pattern.compile("#[0-9a-fA-F]{6}([0-9a-fA-F]{2})?");

  private BriefRules() {}

  /** Everything that is wrong, with where and what would be right; empty for a good brief. */
  public static List<Violation> violations(VideoBrief brief) {
    List<Violation> found = new ArrayList<>();
    checkSource(brief, found);
    checkScenes(brief, found);
    checkLength(brief, found);
    checkVoice(brief, found);
    checkCaptions(brief.captions(), found);
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

  private static void checkCaptions(CaptionStyle style, List<Violation> found) {
    if (!(style.size() >= 3 && style.size() <= 12)) {
      found.add(new Violation("/captions/size", "must be 3 to 12 (percent of the width)"));
    }
    checkColor("/captions/color", style.color(), found);
    checkColor("/captions/highlight", style.highlight(), found);
    checkColor("/captions/outline", style.outline(), found);
    if (!COLOR_WITH_ALPHA.matcher(style.backgroundColor()).matches()) {
      found.add(
          new Violation(
              "/captions/backgroundColor",
              "must be a colour such as #101014 or, with its opacity, #101014B3, not "
                  + style.backgroundColor()));
    }
    if (style.offset() != null && !(style.offset() >= 0 && style.offset() <= 100)) {
      found.add(
          new Violation(
              "/captions/offset", "must be 0 to 100 (percent of the height, from the top)"));
    }
  }

  private static void checkColor(String pointer, String color, List<Violation> found) {
    if (!COLOR.matcher(color).matches()) {
      found.add(new Violation(pointer, "must be a colour such as #FFD54A, not " + color));
    }
  }

  private static int words(String text) {
    return blank(text) ? 0 : text.strip().split("\\s+").length;
  }

  private static boolean blank(String text) {
    return text == null || text.isBlank();
  }
}
