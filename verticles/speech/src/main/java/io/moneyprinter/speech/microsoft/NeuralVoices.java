package io.moneyprinter.speech.microsoft;

import io.moneyprinter.codecs.speech.Voice;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The list of Microsoft's neural voices that is carried, for use without asking the service. */
public final class NeuralVoices {
  private static final String LIST = "voices.txt";
  private static final String SUFFIX = "Neural";

  private NeuralVoices() {}

  /**
   * All voices, the usual one of each locale first.
   *
   * @param provider the first part of their ids
   */
  public static List<Voice> of(String provider) {
    try (InputStream in = NeuralVoices.class.getResourceAsStream(LIST)) {
      List<Voice> voices = new ArrayList<>();
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .forEach(line -> addLocale(provider, line, voices));
      return List.copyOf(voices);
    } catch (IOException e) {
      throw new UncheckedIOException("The list of voices cannot be read", e);
    }
  }

  private static void addLocale(String provider, String line, List<Voice> voices) {
    String[] words = line.split(" ");
    for (int i = 1; i < words.length; i++) {
      String[] parts = words[i].split(":");
      voices.add(
          new Voice(
              provider + ":" + words[0] + "-" + parts[0] + SUFFIX,
              parts[0].replace("Multilingual", ", multilingual"),
              words[0],
              parts[1].equals("F") ? "female" : "male",
              false));
    }
  }
}
