package io.moneyprinter.speech.provider;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A voice as people write it: by its id here, or by its name in MoneyPrinterTurbo or
 * short-video-maker.
 *
 * @param id {@code provider:name}
 * @param gender as far as the name tells it, else {@code unknown}
 * @param pinned whether nobody else may speak
 */
public record VoiceName(String id, String gender, boolean pinned) {
  /** What stands before a voice that nobody may speak for. */
  public static final String PIN = "only:";

  private static final Pattern GENDER =
      Pattern.compile("-(Female|Male)$", Pattern.CASE_INSENSITIVE);
  private static final Pattern NEURAL =
      Pattern.compile("([a-z]{2,3}-[A-Za-z-]*[A-Za-z]+Neural)(-V2)?", Pattern.CASE_INSENSITIVE);
  private static final Pattern KOKORO = Pattern.compile("[abefhijpz]([fm])_[a-z]+");
  private static final Pattern ELEVENLABS = Pattern.compile("(elevenlabs:[^:]+):.*");
  private static final Set<String> NO_VOICE = Set.of("no-voice", "none", "silence");

  /** Understands a name; what is nobody's stays as it is. */
  public static VoiceName of(String written) {
    String name = written.strip();
    boolean pinned = name.regionMatches(true, 0, PIN, 0, PIN.length());
    if (pinned) {
      name = name.substring(PIN.length()).strip();
    }
    Matcher suffix = GENDER.matcher(name);
    String gender = "unknown";
    if (suffix.find()) {
      gender = suffix.group(1).toLowerCase(Locale.ROOT);
      name = name.substring(0, suffix.start());
    }
    Matcher kokoro = KOKORO.matcher(name.replaceFirst("^kokoro:", ""));
    if (kokoro.matches()) {
      return new VoiceName(
          "kokoro:" + kokoro.group(), kokoro.group(1).equals("f") ? "female" : "male", pinned);
    }
    return new VoiceName(id(name), gender, pinned);
  }

  private static String id(String name) {
    if (NO_VOICE.contains(name.toLowerCase(Locale.ROOT))) {
      return "silence:none";
    }
    Matcher neural = NEURAL.matcher(name);
    if (neural.matches()) {
      return (neural.group(2) == null ? "edge:" : "azure:") + neural.group(1);
    }
    Matcher elevenlabs = ELEVENLABS.matcher(name);
    return elevenlabs.matches() ? elevenlabs.group(1) : name;
  }

  /** The part before the colon, in lower case; empty when there is none. */
  public String provider() {
    int colon = id.indexOf(':');
    return colon < 0 ? "" : id.substring(0, colon).toLowerCase(Locale.ROOT);
  }
}
