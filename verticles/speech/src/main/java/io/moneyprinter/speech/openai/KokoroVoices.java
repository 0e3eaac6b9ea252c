package io.moneyprinter.speech.openai;

import io.moneyprinter.codecs.speech.Voice;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The voices of Kokoro 82M 1.0 (VOICES.md of hexgrad/Kokoro-82M). The first letter of a name is the
 * language, the second the gender; the best of each language stand first.
 */
public final class KokoroVoices {
  private static final String NAMES =
      "af_heart af_bella af_nicole af_aoede af_kore af_sarah af_alloy af_nova af_jessica af_river"
          + " af_sky am_fenrir am_michael am_puck am_echo am_eric am_liam am_onyx am_adam am_santa"
          + " bf_emma bf_isabella bf_alice bf_lily bm_george bm_fable bm_lewis bm_daniel"
          + " ef_dora em_alex em_santa ff_siwis hf_alpha hf_beta hm_omega hm_psi if_sara im_nicola"
          + " jf_alpha jf_gongitsune jf_nezumi jf_tebukuro jm_kumo pf_dora pm_alex pm_santa"
          + " zf_xiaobei zf_xiaoni zf_xiaoxiao zf_xiaoyi zm_yunjian zm_yunxi zm_yunxia zm_yunyang";

  private static final Map<Character, String> LANGUAGES =
      Map.of(
          'a', "en-US", 'b', "en-GB", 'e', "es", 'f', "fr-FR", 'h', "hi", 'i', "it", 'j', "ja", 'p',
          "pt-BR", 'z', "zh-CN");

  private KokoroVoices() {}

  static List<Voice> all() {
    return Arrays.stream(NAMES.split(" ")).map(KokoroVoices::voice).toList();
  }

  /** Whether a name is one of Kokoro's, whoever offers it. */
  public static boolean has(String name) {
    return Arrays.asList(NAMES.split(" ")).contains(name);
  }

  private static Voice voice(String name) {
    String person = name.substring(3);
    return new Voice(
        "kokoro:" + name,
        Character.toUpperCase(person.charAt(0)) + person.substring(1),
        LANGUAGES.get(name.charAt(0)),
        name.charAt(1) == 'f' ? "female" : "male",
        false);
  }
}
