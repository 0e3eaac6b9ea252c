package io.moneyprinter.codecs.speech;

import io.moneyprinter.codecs.bus.Endpoint;
import io.moneyprinter.codecs.bus.MessageCatalogue;
import io.moneyprinter.codecs.bus.ResourceClass;
import io.moneyprinter.codecs.bus.Task;
import java.time.Duration;

/** Everything the speech service answers. */
public final class SpeechMessages {
  public static final Task<Synthesize, Speech> SYNTHESIZE =
      new Task<>(
          "speech.synthesize",
          Synthesize.class,
          Speech.class,
          Duration.ofMinutes(5),
          ResourceClass.CPU);

  public static final Endpoint<ListVoices, VoiceList> VOICES =
      new Endpoint<>("speech.voices", ListVoices.class, VoiceList.class);

  public static final Endpoint<ListProviders, ProviderList> PROVIDERS =
      new Endpoint<>("speech.providers", ListProviders.class, ProviderList.class);

  /** Speaks a sentence for somebody who waits for it. */
  public static final Endpoint<PreviewVoice, Speech> PREVIEW =
      new Endpoint<>("speech.preview", PreviewVoice.class, Speech.class, Duration.ofSeconds(90));

  public static final Endpoint<GetLexicon, Lexicon> GET_LEXICON =
      new Endpoint<>("speech.get-lexicon", GetLexicon.class, Lexicon.class);

  public static final Endpoint<PutLexicon, Lexicon> PUT_LEXICON =
      new Endpoint<>("speech.put-lexicon", PutLexicon.class, Lexicon.class);

  private SpeechMessages() {}

  public static void catalogue(MessageCatalogue.Builder types) {
    types.add("speech.Speech.v1", Speech.class);
    types.add("speech.VoiceList.v1", VoiceList.class);
    types.add("speech.ProviderList.v1", ProviderList.class);
    types.add("speech.Lexicon.v1", Lexicon.class);
    types.add(GET_LEXICON, "speech.GetLexicon.v1");
    types.add(PUT_LEXICON, "speech.PutLexicon.v1");
    types.add(SYNTHESIZE, "speech.Synthesize.v1");
    types.add(VOICES, "speech.ListVoices.v1");
    types.add(PREVIEW, "speech.PreviewVoice.v1");
    types.add(PROVIDERS, "speech.ListProviders.v1");
  }
}
