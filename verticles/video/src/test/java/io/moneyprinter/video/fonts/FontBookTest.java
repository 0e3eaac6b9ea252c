package io.moneyprinter.video.fonts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.video.ShippedFonts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FontBookTest {
  /** Never assigned, and never will be: no font can have it. */
  private static final String NOBODYS = Character.toString(0x10FFFD);

  private final FontBook fonts = ShippedFonts.book();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Coffee — naïve “quotes” €5",
        "Tiếng Việt",
        "Ελληνικά",
        "Українська",
        "العربية",
        "עברית",
        "हिन्दी",
        "বাংলা",
        "தமிழ்",
        "ภาษาไทย",
        "中文，简体。",
        "ひらがな カタカナ",
        "አማርኛ",
        "ქართული",
        "Հայերեն",
        "한국어",
        "ខ្មែរ",
        "မြန်မာ",
        "👨‍👩‍👧 🇩🇪 1️⃣",
        "😀 ❤️ ☕️"
      })
  void theShippedFontsCover(String text) {
    assertThat(onABareMachine(null).uncovered(text)).isEmpty();
  }

  @Test
  void eachRunHasTheFirstFontThatCanDrawIt() {
    String text = "Hi 咖啡 หวัด ok";
    List<FontBook.FontRun> runs = fonts.runs(text, null);

    assertThat(runs)
        .extracting(run -> text.substring(run.from(), run.to()))
        .containsExactly("Hi ", "咖啡 ", "หวัด ", "ok");
    assertThat(runs)
        .extracting(run -> run.font().getFamily())
        .containsExactly("Inter", "Noto Sans SC", "Kurinto Sans", "Inter");
  }

  @Test
  void marksAndJoinedEmojiStayWithTheirBase() {
    assertThat(fonts.runs("e\u0301\u0323", null)).hasSize(1);
    assertThat(fonts.runs("👨‍👩‍👧", null)).hasSize(1);
    assertThat(fonts.runs("ที่ชื้น้ำ", null)).hasSize(1);
  }

  @Test
  void aTextThatNoFontShowsIsRefusedWithWhatToDo() {
    assertThat(fonts.uncovered("a" + NOBODYS + "b" + NOBODYS)).containsExactly(0x10FFFD);
    assertThatThrownBy(
            () -> onABareMachine(Path.of("fonts")).requireCovered("𒀀𒀁 и 𓀀 " + NOBODYS))
        .isInstanceOfSatisfying(
            ServiceFailure.class,
            failure -> assertThat(failure.code()).isEqualTo(FailureCode.INVALID))
        .hasMessageContaining("No font here can show Cuneiform (𒀀𒀁), Egyptian Hieroglyphs (𓀀")
        .hasMessageContaining(NOBODYS)
        .hasMessageContaining("into fonts");
  }

  @Test
  void anEmojiThatNoFontShowsIsLeftOutInsteadOfRefused() {
    String unknownEmoji = Character.toString(0x1FAFF);
    fonts.requireCovered("Fine " + unknownEmoji);
    if (!fonts.uncovered(unknownEmoji).isEmpty()) {
      assertThat(TextShape.of(fonts, unknownEmoji, null, 50, false).advance()).isZero();
    }
  }

  @Test
  void anUnknownFamilyIsRefusedWithTheKnownOnes() {
    assertThatThrownBy(() -> fonts.runs("Hi", "Papyrus Nova"))
        .isInstanceOf(ServiceFailure.class)
        .hasMessageContaining("Papyrus Nova")
        .hasMessageContaining("Inter");
  }

  @Test
  void aFontFromTheFolderCanBeChosenAndChangesTheDigest(@TempDir Path folder) throws IOException {
    String before = new FontBook(folder, ShippedFonts.CACHE).digest();
    try (InputStream semiBold =
        FontBookTest.class.getResourceAsStream(
            "/com/formdev/flatlaf/fonts/inter/Inter-SemiBold.otf")) {
      Files.copy(semiBold, folder.resolve("own.otf"));
    }
    Files.writeString(folder.resolve("broken.ttf"), "not a font");

    FontBook book = new FontBook(folder, ShippedFonts.CACHE);
    assertThat(book.runs("Hi", "inter semibold").get(0).font().getFontName())
        .isEqualTo("Inter SemiBold");
    assertThat(book.digest()).isNotEqualTo(before).hasSize(64);
    assertThat(book.digest()).isEqualTo(new FontBook(folder, ShippedFonts.CACHE).digest());
  }

  @Test
  void theDigestOfATextKnowsOnlyItsOwnFonts(@TempDir Path folder) {
    assertThat(fonts.digest("Hello", null))
        .isEqualTo(fonts.digest("World", null))
        .isEqualTo(new FontBook(folder, ShippedFonts.CACHE).digest("Hello", null))
        .isNotEqualTo(fonts.digest("สวัสดี", null));
  }

  @Test
  void manyThreadsShapeAtOnce() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      FontBook fresh = ShippedFonts.book();
      List<Callable<Double>> work =
          java.util.Collections.nCopies(
              40, () -> TextShape.of(fresh, "Hi 咖啡 ที่ עברית", null, 40, false).advance());
      double expected = work.get(0).call();
      for (Future<Double> advance : threads.invokeAll(work)) {
        assertThat(advance.get()).isEqualTo(expected);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  /** One that has no fonts of its own. */
  private static FontBook onABareMachine(Path folder) {
    return new FontBook(new FaceShelf(folder, new FontSources(ShippedFonts.CACHE), List::of));
  }
}
