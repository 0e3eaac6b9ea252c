package io.moneyprinter.video.fonts;

import io.moneyprinter.platform.files.WholeFolder;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The font files that travel in the jar: under the SIL Open Font License 1.1, DejaVu under that of
 * Bitstream Vera. Their licences lie beside them.
 */
enum FontResource {
  /** Latin, Greek, Cyrillic: wide, even, open letters that stay legible over a moving picture. */
  INTER("Inter", "/com/formdev/flatlaf/fonts/inter/Inter-Bold.otf"),
  /** Chinese, and Japanese in Chinese forms. */
  NOTO_SANS_SC("Noto Sans SC", "/fonts/ttf/NotoSansSC/NotoSansSC-Bold.ttf"),
  /** Korean; of regular weight, so it is drawn bolder than it is. */
  NANUM_GOTHIC("Nanum Gothic", "/fonts/NanumGothic.ttf"),
  NOTO_SANS_DEVANAGARI("Noto Sans Devanagari", "/fonts/NotoSansDevanagari-Bold.ttf"),
  NOTO_SANS_BENGALI("Noto Sans Bengali", "/fonts/NotoSansBengali-Bold.ttf"),
  NOTO_SANS_TAMIL("Noto Sans Tamil", "/fonts/NotoSansTamil-Bold.ttf"),
  NOTO_SANS_TELUGU("Noto Sans Telugu", "/fonts/NotoSansTelugu-Bold.ttf"),
  NOTO_SANS_KHMER("Noto Sans Khmer", "/fonts/NotoSansKhmerUI-Bold.ttf"),
  /** Burmese and its neighbours. */
  NOTO_SANS_MYANMAR("Noto Sans Myanmar", "/fonts/NotoSansMyanmar-Bold.ttf"),
  /** Most other scripts, and symbols. */
  KURINTO_SANS("Kurinto Sans", "/fonts/ttf/Kurinto/KurintoSans-Bd.ttf"),
  /** The faces among the emoji. */
  DEJAVU_SANS("DejaVu Sans", "/net/sf/jasperreports/fonts/dejavu/DejaVuSans-Bold.ttf"),
  /** Emoji in colour; it has no outlines. */
  NOTO_COLOR_EMOJI("Noto Color Emoji", "/fonts/NotoColorEmoji.ttf");

  private final String family;
  private final String path;

  FontResource(String family, String path) {
    this.family = family;
    this.path = path;
  }

  String family() {
    return family;
  }

  /**
   * The font as a file, which Java2D reads from as long as it is in use. Given a stream it would
   * make a file of its own at every start, and leave it behind when the process is killed.
   *
   * @param cache where the files of all of them lie; written to when it is not there yet
   */
  Path unpacked(Path cache) throws IOException {
    URL url = url();
    String name = path.substring(path.lastIndexOf('/') + 1);
    return new WholeFolder(cache.resolve(mark(url)))
        .filledBy(
            folder -> {
              try (InputStream in = url.openStream()) {
                Files.copy(in, folder.resolve(name));
              }
            })
        .resolve(name);
  }

  /** Tells two builds of a file apart, without reading it where the jar's index does. */
  private static String mark(URL url) throws IOException {
    URLConnection connection = url.openConnection();
    return connection instanceof JarURLConnection jar
        ? "%08x".formatted(jar.getJarEntry().getCrc())
        : "%d".formatted(connection.getContentLengthLong());
  }

  private URL url() throws FileNotFoundException {
    URL url = FontResource.class.getResource(path);
    if (url == null) {
      throw new FileNotFoundException(path + " is not in the jar");
    }
    return url;
  }
}
