package io.moneyprinter.speech.provider;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VoiceNameTest {
  @ParameterizedTest
  @CsvSource({
    "zh-CN-XiaoxiaoNeural-Female, edge:zh-CN-XiaoxiaoNeural, female",
    "zh-CN-XiaoxiaoNeural, edge:zh-CN-XiaoxiaoNeural, unknown",
    "zh-CN-liaoning-XiaobeiNeural-Female, edge:zh-CN-liaoning-XiaobeiNeural, female",
    "iu-Latn-CA-TaqqiqNeural-Male, edge:iu-Latn-CA-TaqqiqNeural, male",
    "zh-CN-XiaoxiaoMultilingualNeural-V2-Female, azure:zh-CN-XiaoxiaoMultilingualNeural, female",
    "siliconflow:FunAudioLLM/CosyVoice2-0.5B:alex-Male, siliconflow:FunAudioLLM/CosyVoice2-0.5B:alex, male",
    "gemini:Zephyr-Female, gemini:Zephyr, female",
    "mimo:冰糖-Female, mimo:冰糖, female",
    "elevenlabs:21m00Tcm4TlvDq8ikWAM:Rachel, elevenlabs:21m00Tcm4TlvDq8ikWAM, unknown",
    "chatterbox:narrator, chatterbox:narrator, unknown",
    "no-voice, silence:none, unknown",
    "None, silence:none, unknown",
    "af_heart, kokoro:af_heart, female",
    "bm_george, kokoro:bm_george, male",
    "kokoro:am_puck, kokoro:am_puck, male",
    "espeak:de+f3, espeak:de+f3, unknown",
    "edge:en-US-AriaNeural, edge:en-US-AriaNeural, unknown",
    "anna, anna, unknown"
  })
  void namesOfOtherProgramsAreUnderstood(String written, String id, String gender) {
    assertThat(VoiceName.of(written)).isEqualTo(new VoiceName(id, gender, false));
  }

  @Test
  void aPinIsReadFromAnyName() {
    assertThat(VoiceName.of("only: af_heart"))
        .isEqualTo(new VoiceName("kokoro:af_heart", "female", true));
    assertThat(VoiceName.of("ONLY:mary:cmu-slt-hsmm").provider()).isEqualTo("mary");
  }
}
