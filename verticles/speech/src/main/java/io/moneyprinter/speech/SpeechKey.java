package io.moneyprinter.speech;

import io.moneyprinter.platform.digest.Sha256;
import io.moneyprinter.speech.provider.SpeechProvider;
import io.moneyprinter.speech.provider.SpeechRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * What equal speech is found by: a digest of all that changes how it sounds.
 *
 * @param audio key of the sound
 * @param answer key of the answer with the word times
 */
record SpeechKey(String audio, String answer) {
  /** Changes when the common form does (rate, peak, margins). */
  private static final String FORM = "wav-48000-1";

  static SpeechKey of(SpeechProvider provider, SpeechRequest request) {
    List<String> parts =
        new ArrayList<>(
            List.of(
                FORM,
                provider.id(),
                provider.version(),
                request.voice().id(),
                request.language(),
                Double.toString(request.rate()),
                request.text()));
    if (request.markup() != null) {
      parts.add(request.markup().inner());
    }
    if (request.part() != null) {
      parts.add(request.part().whole());
      parts.add(Integer.toString(request.part().index()));
    }
    return new SpeechKey(digest("speech.audio", parts), digest("speech.answer", parts));
  }

  private static String digest(String purpose, List<String> parts) {
    MessageDigest digest = Sha256.begin();
    digest.update(purpose.getBytes(StandardCharsets.UTF_8));
    for (String part : parts) {
      // The parts cannot hold a NUL that would let two lists run into one.
      digest.update((byte) 0);
      digest.update(part.replace("\0", "").getBytes(StandardCharsets.UTF_8));
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
