package io.moneyprinter.codecs.config;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What operators switch on and off while nodes run; each is on until somebody says otherwise. */
public enum Flag {
  NEW_VIDEOS(
      "Videos are ordered. Off: orders are refused with 503, rows of batches and schedules wait;"
          + " what has begun goes on."),
  REGISTRATION(
      "Whoever comes makes an account, where users.registration is open. Off: by invitation only."),
  STOCK_FOOTAGE(
      "Pictures and clips are looked for at outside services. Off: only own material, painted and"
          + " drawn pictures."),
  SHARE_LINKS("Links to files are made and work. Off: none are made, and those there are rest.");

  /** What the keys of all flags begin with. */
  public static final String PREFIX = "flags.";

  private final String doc;

  Flag(String doc) {
    this.doc = doc;
  }

  /** Such as {@code new-videos}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The setting that it is kept as. */
  public String key() {
    return PREFIX + word();
  }

  /** What it does, for operators. */
  public String doc() {
    return doc;
  }

  /** The flag that is kept as a setting of this key. */
  public static Optional<Flag> ofKey(String key) {
    return Arrays.stream(values()).filter(flag -> flag.key().equals(key)).findFirst();
  }
}
