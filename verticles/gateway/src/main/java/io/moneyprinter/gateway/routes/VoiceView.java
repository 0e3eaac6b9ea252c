package io.moneyprinter.gateway.routes;

import io.moneyprinter.codecs.speech.Voice;
import io.moneyprinter.codecs.speech.VoiceList;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A voice as the API tells of it.
 *
 * @param sample where to hear it; asking for it may cost something where its provider does
 */
public record VoiceView(
    String id, String name, String language, String gender, boolean offline, String sample) {
  /** Voices, best first. */
  record All(List<VoiceView> voices) {
    static All of(VoiceList list) {
      return new All(list.voices().stream().map(VoiceView::of).toList());
    }
  }

  static VoiceView of(Voice voice) {
    return new VoiceView(
        voice.id(),
        voice.name(),
        voice.language(),
        voice.gender(),
        voice.offline(),
        "/v1/voices/sample?voice=" + URLEncoder.encode(voice.id(), StandardCharsets.UTF_8));
  }
}
