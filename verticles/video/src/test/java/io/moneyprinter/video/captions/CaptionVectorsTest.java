package io.moneyprinter.video.captions;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.speech.WordTiming;
import io.moneyprinter.codecs.video.Caption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The scripts on which MoneyPrinterTurbo's way of splitting and aligning subtitles is published,
 * and such as are known to have cost it all subtitles: numbers read otherwise, lines of pictures
 * only, quotes over a stop, languages without spaces.
 */
class CaptionVectorsTest {
  private static final int FPS = 30;
  private static final int START = 15;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "en | Hello, world. It costs 1,000.50 dollars! Really? Yes",
        "zh | 春天的花海，如诗如画。万物复苏……大地",
        "en | a.b.c 3.14, 2,5;x:y",
        "en | U.S.A. is big",
        "en | version 2.0. next",
        "en | Line one Line two... end—dash",
        "en | He said \"stop!\" and left (quickly).",
        "en | Hello world. This costs 1,000 dollars!",
        "en | Hello world. This is a test, ok",
        "en | Hello world. This is a test. Extra line",
        "en | 🚀🔥 ✨",
        "en | One line. 🚀🔥✨ Another line. 🎉",
        "en | “Is it?” — “It is!” … ‘so’",
        "de | „Gut“, sagte sie: 1.000 €, 3,5 % und z. B. Öl!",
        "fr | « Combien ? » 25 000 euros… n’est-ce pas !",
        "es | ¿Sabías que 1.000 personas… ¡Increíble!",
        "pt | Não é? São 3,14 — e você?",
        "ru | Кофе — «чёрное золото»: 1 000 чашек. Да!",
        "ar | القهوة، هي ١٠٠٠ كوب؟ نعم! مُحَمَّد",
        "hi | कॉफ़ी 2024 में। क्यों?",
        "ja | コーヒーは、世界で一番人気です。本当？「はい！」",
        "ko | 커피는 1,000원입니다. 정말요?",
        "th | กาแฟเป็นเครื่องดื่มที่ได้รับความนิยม 100 บาท",
        "tr | İyi misin? 3.000 TL — evet!"
      })
  void noCaptionIsLostOutOfOrderOrBeyondTheAudio(String language, String text) {
    // A word for each stretch without spaces; pictures and signs alone take no time, as no voice
    // reads them, those at the end included.
    for (double wordSeconds : new double[] {0.4, 0.12, 0.02}) {
      List<WordTiming> words = new ArrayList<>();
      double at = 0;
      int from = 0;
      for (String word : text.split(" ")) {
        boolean said = word.codePoints().anyMatch(Character::isLetterOrDigit);
        double end = at + (said ? wordSeconds : 0);
        words.add(new WordTiming(word, from, from + word.length(), at, end));
        from += word.length() + 1;
        at = end + (said ? wordSeconds / 4 : 0);
      }
      int end = START + (int) Math.max(FPS, Math.ceil((at + 0.12) * FPS));

      List<Caption> captions = CaptionPhrases.of(words, language, START, end, FPS);

      assertThat(shown(captions)).isEqualTo(text.replaceAll("\\s", ""));
      int last = START;
      for (Caption caption : captions) {
        assertThat(caption.start()).isGreaterThanOrEqualTo(last);
        assertThat(caption.end()).isGreaterThan(caption.start()).isLessThanOrEqualTo(end);
        int word = caption.start();
        for (Caption.Word one : caption.words()) {
          assertThat(one.start()).isGreaterThanOrEqualTo(word);
          word = one.end();
        }
        last = caption.end();
      }
    }
  }

  @Test
  void aSignOfACurrencyKeepsItsSpace() {
    List<WordTiming> words =
        List.of(
            new WordTiming("für", 0, 3, 0, 0.3),
            new WordTiming("3,50", 4, 8, 0.3, 1.2),
            new WordTiming("€?", 9, 11, 1.2, 1.4));

    assertThat(CaptionPhrases.of(words, "de", 0, 60, FPS))
        .flatExtracting(Caption::words)
        .extracting(Caption.Word::text)
        .containsExactly("für", "3,50 €?");
  }

  private static String shown(List<Caption> captions) {
    return captions.stream()
        .flatMap(caption -> caption.words().stream())
        .map(Caption.Word::text)
        .collect(Collectors.joining())
        .replaceAll("\\s", "");
  }
}
