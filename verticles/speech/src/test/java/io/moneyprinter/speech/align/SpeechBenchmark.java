package io.moneyprinter.speech.align;

import io.moneyprinter.speech.audio.Loudness;
import io.moneyprinter.speech.audio.Sound;
import io.moneyprinter.speech.provider.SpokenText;
import io.moneyprinter.speech.text.Utterance;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How quickly the offline voices speak, how loudly, and how well their words are found again in the
 * sound alone; as tables in Markdown. Run it by hand; docs/benchmarks.md says how.
 */
public final class SpeechBenchmark {
  private static final List<String> LANGUAGES = List.of("en", "de", "es", "ru");
  private static final double[] RATES = {0.8, 1.0, 1.4};

  private SpeechBenchmark() {}

  public static void main(String[] arguments) throws IOException {
    PrintStream out = System.out;
    try (var speech = new TrueSpeech(Path.of("target", "espeak-cache").toAbsolutePath())) {
      LANGUAGES.forEach(language -> spoken(speech, language, 1));
      out.println("| language | voice | words | audio | real-time factor | level of speech |");
      out.println("|---|---|---|---|---|---|");
      for (String language : LANGUAGES) {
        long begun = System.nanoTime();
        SpokenText text = spoken(speech, language, 1);
        double seconds = (System.nanoTime() - begun) / 1e9;
        Sound sound = text.sound();
        double level = Loudness.level(sound, 0, sound.samples().length);
        out.printf(
            Locale.ROOT,
            "| %s | %s | %d | %.1f s | %.3f | %.1f dBFS |%n",
            language,
            language.equals("en") ? "MaryTTS" : "espeak-ng",
            text.words().size(),
            sound.seconds(),
            seconds / sound.seconds(),
            20 * Math.log10(level));
      }
      out.println();
      out.println("| words found | number | starts: median | 95 % | ends: median | 95 % |");
      out.println("|---|---|---|---|---|---|");
      for (boolean read : new boolean[] {true, false}) {
        List<AlignmentError> all = new ArrayList<>();
        for (String language : LANGUAGES) {
          List<AlignmentError> errors = errors(speech, language, read);
          out.println(AlignmentError.of(name(language, read), errors).row());
          all.addAll(errors);
        }
        out.println(AlignmentError.of(name("all", read), all).row());
      }
    }
  }

  private static String name(String language, boolean read) {
    return language + (read ? ", by a reading" : ", by the recording alone");
  }

  /** Over all rates, clean and through a telephone. */
  private static List<AlignmentError> errors(TrueSpeech speech, String language, boolean read) {
    String text = WordAlignerTest.TEXTS.get(language);
    Locale locale = Locale.forLanguageTag(language);
    SpokenText reading = speech.espeak(text, language, "", 1);
    List<AlignmentError> errors = new ArrayList<>();
    for (double rate : RATES) {
      SpokenText truth = spoken(speech, language, rate);
      for (Sound sound : List.of(truth.sound(), TrueSpeech.throughTelephone(truth.sound()))) {
        var aligner = new WordAligner(Utterance.of(text, locale), locale, sound);
        SpokenText found = read ? aligner.warped(reading) : aligner.anchored();
        errors.add(AlignmentError.of(language, truth.words(), found.words()));
      }
    }
    return errors;
  }

  /** In other languages than English by another voice than the one that reads. */
  private static SpokenText spoken(TrueSpeech speech, String language, double rate) {
    String text = WordAlignerTest.TEXTS.get(language);
    return language.equals("en")
        ? speech.english(text, rate)
        : speech.espeak(text, language, "+f3", rate);
  }
}
