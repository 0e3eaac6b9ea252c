package io.moneyprinter.speech.espeak;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.speech.Voice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EspeakVoicesTest {
  private final EspeakVoices voices = EspeakVoices.read();

  @ParameterizedTest
  @CsvSource({
    "en, espeak:en-US", "en-GB, espeak:en", "en-AU, espeak:en", "zh, espeak:cmn",
    "zh-Hans-CN, espeak:cmn", "zh-HK, espeak:yue", "pt, espeak:pt", "pt_BR, espeak:pt-BR",
    "es-MX, espeak:es-419", "fr-CA, espeak:fr", "no, espeak:nb", "DE-at, espeak:de",
    "sr, espeak:sr"
  })
  void aLanguageHasItsUsualVoice(String language, String id) {
    assertThat(voices.forLanguage(language)).map(Voice::id).contains(id);
  }

  @Test
  void aLanguageNobodySpeaksHasNone() {
    assertThat(voices.forLanguage("xx")).isEmpty();
    assertThat(voices.forLanguage("")).isEmpty();
  }

  @Test
  void theListIsThatOfTheCarriedData() throws IOException {
    Set<String> carried = new TreeSet<>();
    try (var zip = new ZipInputStream(getClass().getResourceAsStream(EspeakFiles.DATA_RESOURCE))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().startsWith("lang/") && !entry.isDirectory()) {
          carried.add(Path.of(entry.getName()).getFileName().toString());
        }
      }
    }

    assertThat(voices.all().stream().map(Voice::id).filter(id -> !id.endsWith("+f3")))
        .containsExactlyInAnyOrderElementsOf(
            carried.stream().map("espeak:"::concat).collect(Collectors.toList()));
  }
}
