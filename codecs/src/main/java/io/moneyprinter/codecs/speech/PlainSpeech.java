package io.moneyprinter.codecs.speech;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is left of marked-up speech for those who read no marks. */
final class PlainSpeech {
  private final StringBuilder text = new StringBuilder();
  private final List<SpeechMarkup.Pause> pauses = new ArrayList<>();
  private final Map<String, String> aliases = new HashMap<>();
  private String alias;
  private int aliasFrom;

  /** Adds words; any white space counts as one blank. */
  void say(String words) {
    for (int i = 0; i < words.length(); i++) {
      if (Character.isWhitespace(words.charAt(i))) {
        space();
      } else {
        text.append(words.charAt(i));
      }
    }
  }

  /** Keeps what came before apart from what comes next. */
  void space() {
    if (!text.isEmpty() && text.charAt(text.length() - 1) != ' ') {
      text.append(' ');
    }
  }

  void pause(double seconds) {
    pauses.add(new SpeechMarkup.Pause(text.length(), seconds));
  }

  /**
   * What is said up to {@link #endAlias} is to be spoken otherwise.
   *
   * @param spoken {@code null} or blank to have it spoken as it is written
   */
  void beginAlias(String spoken) {
    alias = spoken;
    aliasFrom = text.length();
  }

  void endAlias() {
    if (alias == null || alias.isBlank()) {
      return;
    }
    String written = text.substring(aliasFrom).strip();
    if (!written.isEmpty()) {
      aliases.put(written, alias.strip());
    }
    alias = null;
  }

  /** All that is said, without white space at the end. */
  String text() {
    return text.toString().stripTrailing();
  }

  /** Where somebody wants silence, counted in characters of the text. */
  List<SpeechMarkup.Pause> pauses() {
    return pauses;
  }

  /** How to speak what is written: by what is written. */
  Map<String, String> aliases() {
    return aliases;
  }
}
