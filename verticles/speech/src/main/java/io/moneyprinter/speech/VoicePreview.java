package io.moneyprinter.speech;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.speech.PreviewVoice;
import io.moneyprinter.codecs.speech.Speech;
import io.moneyprinter.codecs.speech.SpeechMessages;
import io.moneyprinter.codecs.speech.Synthesize;
import io.moneyprinter.codecs.speech.Voice;
import io.moneyprinter.speech.provider.LanguageTag;
import io.moneyprinter.speech.provider.ProviderRegistry;
import io.moneyprinter.speech.provider.VoiceChoice;
import io.moneyprinter.speech.provider.VoiceName;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** Lets people hear a voice: a sentence of theirs, or one of the voice's language. */
final class VoicePreview {
  private static final String DEFAULT_LANGUAGE = "en";

  private final EventBus bus;
  private final ProviderRegistry registry;
  private final Map<String, String> samples = samples();

  VoicePreview(EventBus bus, ProviderRegistry registry) {
    this.bus = bus;
    this.registry = registry;
  }

  /** Speaks at once, past the queue; what was heard before is there immediately. */
  Future<Speech> preview(PreviewVoice wanted) {
    String voice = wanted.voice() == null ? VoiceChoice.AUTO : wanted.voice();
    String language = wanted.language() == null ? language(voice) : wanted.language();
    String text = wanted.text() == null ? sample(language) : wanted.text();
    if (text == null) {
      return Future.failedFuture(
          ServiceFailure.invalid(
              "/text", "There is no sample sentence in \"%s\"; give a text".formatted(language)));
    }
    if (text.length() > PreviewVoice.LONGEST_TEXT) {
      return Future.failedFuture(
          ServiceFailure.invalid(
              "/text",
              "A sample has at most %d characters, and this has %d"
                  .formatted(PreviewVoice.LONGEST_TEXT, text.length())));
    }
    double rate = wanted.rate() == null ? 1 : wanted.rate();
    return SpeechMessages.SYNTHESIZE.ask(bus, new Synthesize(text, language, voice, rate));
  }

  private String language(String voice) {
    String language =
        registry.voice(VoiceName.of(voice).id()).map(Voice::language).orElse(DEFAULT_LANGUAGE);
    return language.equals(LanguageTag.ANY) ? DEFAULT_LANGUAGE : language;
  }

  private String sample(String language) {
    return samples.get(LanguageTag.group(language));
  }

  private static Map<String, String> samples() {
    try (InputStream in = VoicePreview.class.getResourceAsStream("samples.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(" ", 2))
          .collect(Collectors.toUnmodifiableMap(parts -> parts[0], parts -> parts[1]));
    } catch (IOException e) {
      throw new UncheckedIOException("The sample sentences cannot be read", e);
    }
  }
}
