package io.moneyprinter.speech.mary;

import io.moneyprinter.codecs.speech.Speech.TimingSource;
import io.moneyprinter.speech.audio.Sound;
import io.moneyprinter.speech.provider.Span;
import io.moneyprinter.speech.provider.SpokenSentence;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import javax.sound.sampled.AudioInputStream;
import javax.xml.parsers.ParserConfigurationException;
import marytts.LocalMaryInterface;
import marytts.exceptions.MaryConfigurationException;
import marytts.exceptions.SynthesisException;
import org.w3c.dom.Document;

/**
 * MaryTTS with the voice cmu-slt-hsmm. One call at a time; several of these may run beside each
 * other. The first one starts the engine, which takes seconds.
 */
final class MaryVoice {
  static final String NAME = "cmu-slt-hsmm";
  private static final int RATE = 48_000;

  /** Reads without a byte in a row that are taken for the end. */
  private static final int MOST_EMPTY_READS = 1000;

  private final LocalMaryInterface engine;
  private final MaryMarkup markup;

  MaryVoice(MaryMarkup markup) throws MaryConfigurationException {
    this.markup = markup;
    this.engine = new LocalMaryInterface();
    engine.setLocale(Locale.US);
    engine.setVoice(NAME);
  }

  /**
   * Speaks a sentence; blocks for about a sixth of its length.
   *
   * @param spoken what to say for each of its words
   */
  SpokenSentence say(List<String> spoken)
      throws SynthesisException, IOException, ParserConfigurationException {
    List<String> latin = spoken.stream().map(MaryMarkup::latin).toList();
    if (latin.stream().noneMatch(word -> word.chars().anyMatch(Character::isLetterOrDigit))) {
      return silent(latin.size());
    }
    engine.setInputType("RAWMARYXML");
    engine.setOutputType("ACOUSTPARAMS");
    Document parameters = engine.generateXML(markup.of(latin));
    // The very document that the times are read from is made into sound.
    engine.setInputType("ACOUSTPARAMS");
    engine.setOutputType("AUDIO");
    Sound sound;
    try (AudioInputStream audio = engine.generateAudio(parameters)) {
      sound = Sound.ofPcm16(drained(audio), RATE);
    }
    return new SpokenSentence(
        sound, MaryTimings.of(parameters, latin, sound.seconds()), TimingSource.EXACT);
  }

  private static SpokenSentence silent(int words) {
    return new SpokenSentence(
        new Sound(new float[0], RATE),
        java.util.Collections.nCopies(words, new Span(0, 0)),
        TimingSource.EXACT);
  }

  /**
   * The engine's stream answers "no bytes" where parts join, which readAllBytes takes for its end.
   */
  private static byte[] drained(AudioInputStream audio) throws IOException {
    var bytes = new ByteArrayOutputStream();
    var buffer = new byte[1 << 16];
    int emptyReads = 0;
    for (int n = audio.read(buffer); n >= 0 && emptyReads < MOST_EMPTY_READS; ) {
      bytes.write(buffer, 0, n);
      emptyReads = n == 0 ? emptyReads + 1 : 0;
      n = audio.read(buffer);
    }
    return bytes.toByteArray();
  }
}
