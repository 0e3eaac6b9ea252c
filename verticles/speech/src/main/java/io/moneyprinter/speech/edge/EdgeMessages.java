package io.moneyprinter.speech.edge;

import io.moneyprinter.codecs.speech.SpeechMarkup;
import io.moneyprinter.speech.microsoft.Ssml;
import io.moneyprinter.speech.remote.Line;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the browser Edge sends to its reading service, byte for byte (edge-tts 7.2, communicate.py).
 */
final class EdgeMessages {
  /** Characters of markup the service takes at a time. */
  static final int MOST_BYTES = 4096;

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern(
              "EEE MMM dd yyyy HH:mm:ss 'GMT+0000 (Coordinated Universal Time)'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  /** Locale, possibly with a region of it, and name. */
  private static final Pattern VOICE = Pattern.compile("([a-z]{2,}-.+)-([^-]+Neural)");

  private static final Pattern PROSODY =
      Pattern.compile("\\s*<prosody( (rate|pitch|volume)=\"[^\"]*\")*>[^<]*</prosody>\\s*");

  private EdgeMessages() {}

  /** Asks for MP3 (24 kHz, 48 kbit/s, mono) with word boundaries. */
  static String config(Instant now) {
    return "X-Timestamp:"
        + DATE.format(now)
        + "\r\nContent-Type:application/json; charset=utf-8\r\nPath:speech.config\r\n\r\n"
        + "{\"context\":{\"synthesis\":{\"audio\":{\"metadataoptions\":{"
        + "\"sentenceBoundaryEnabled\":\"false\",\"wordBoundaryEnabled\":\"true\"},"
        + "\"outputFormat\":\"audio-24khz-48kbitrate-mono-mp3\"}}}}\r\n";
  }

  /**
   * Asks for a line.
   *
   * @param request 32 hexadecimal digits
   */
  static String line(Line line, String request, Instant now) {
    return "X-RequestId:"
        + request
        + "\r\nContent-Type:application/ssml+xml\r\nX-Timestamp:"
        + DATE.format(now)
        // The browser says the time zone twice.
        + "Z\r\nPath:ssml\r\n\r\n"
        + document(line);
  }

  private static String document(Line line) {
    String voice = fullName(line.voice());
    if (line.markup() == null) {
      return Ssml.of(line.text(), "en-US", voice, line.rate());
    }
    // One prosody is all that the service takes, so that the author's takes the place of ours.
    return Ssml.bare(line.markup(), "en-US", voice);
  }

  /**
   * Whether a document is of the only form that the service takes: one {@code prosody} around
   * nothing but text. Anything else it ends without a sound.
   */
  static boolean reads(SpeechMarkup markup) {
    return PROSODY.matcher(markup.inner()).matches();
  }

  /** The service's own name of {@code en-US-AriaNeural} and its like. */
  static String fullName(String voice) {
    Matcher parts = VOICE.matcher(voice);
    return parts.matches()
        ? "Microsoft Server Speech Text to Speech Voice (%s, %s)"
            .formatted(parts.group(1), parts.group(2))
        : voice;
  }
}
