package io.moneyprinter.speech.microsoft;

import java.nio.charset.StandardCharsets;

/** Text as Microsoft's speech service reads it (Speech Synthesis Markup Language 1.0). */
public final class Ssml {
  private Ssml() {}

  /**
   * One text, one voice, one speed.
   *
   * @param language of the document, which decides nothing where the voice has its own
   * @param voice as the service knows it
   * @param rate 1 is the voice's own speed
   */
  public static String of(String text, String language, String voice, double rate) {
    return around(escaped(text), "", language, voice, rate);
  }

  /** The same with a text that has marks in it, Microsoft's own among them. */
  public static String marked(String inner, String language, String voice, double rate) {
    return around(inner, " xmlns:mstts='http://www.w3.org/2001/mstts'", language, voice, rate);
  }

  /** The same for a service that takes one prosody only, which the text brings along. */
  public static String bare(String inner, String language, String voice) {
    return "<speak version='1.0' xmlns='http://www.w3.org/2001/10/synthesis' xml:lang='"
        + attribute(language)
        + "'><voice name='"
        + attribute(voice)
        + "'>"
        + inner
        + "</voice></speak>";
  }

  private static String around(
      String inner, String names, String language, String voice, double rate) {
    return "<speak version='1.0' xmlns='http://www.w3.org/2001/10/synthesis'"
        + names
        + " xml:lang='"
        + attribute(language)
        + "'><voice name='"
        + attribute(voice)
        + "'><prosody pitch='+0Hz' rate='"
        + percent(rate)
        + "' volume='+0%'>"
        + inner
        + "</prosody></voice></speak>";
  }

  /** Bytes that a text takes up within a document. */
  public static int bytes(String text) {
    return escaped(text).getBytes(StandardCharsets.UTF_8).length;
  }

  /** The deviation from the voice's own speed, such as {@code +20%}. */
  static String percent(double rate) {
    return "%+d%%".formatted(Math.round((rate - 1) * 100));
  }

  /** Markup becomes text; what XML cannot hold becomes a space. */
  static String escaped(String text) {
    var escaped = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        default ->
            escaped.append(c < ' ' && c != '\t' && c != '\n' && c != '\r' || c > 0xfffd ? ' ' : c);
      }
    }
    return escaped.toString();
  }

  private static String attribute(String text) {
    return escaped(text).replace("'", "&apos;");
  }
}
