package io.moneyprinter.video.ffmpeg;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.platform.digest.Sha256;
import io.moneyprinter.platform.files.WholeFolder;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * The FFmpeg programs that travel inside our jar, unpacked once for each build of them. JavaCPP's
 * own loader is not used: it also loads the libraries into this JVM, which an FFmpeg crash would
 * then take down, and which fails where the sound system's libraries are missing.
 *
 * @param folder where programs and libraries lie
 * @param build digest of everything unpacked
 */
record BundledFfmpeg(Path folder, String build) {
  private static final String ROOT = "org/bytedeco/ffmpeg/";

  /** This machine in JavaCPP's words, such as {@code linux-x86_64}. */
  static String platform() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String machine = System.getProperty("os.arch");
    String name =
        system.startsWith("mac") ? "macosx" : system.startsWith("win") ? "windows" : "linux";
    return name + (machine.equals("aarch64") ? "-arm64" : "-x86_64");
  }

  /** Unpacks what is not unpacked yet; safe when several processes do so at once. */
  static BundledFfmpeg unpack(Path cache) throws IOException {
    String place = ROOT + platform() + "-gpl/";
    URL url = BundledFfmpeg.class.getClassLoader().getResource(place + executable("ffmpeg"));
    if (url == null || !(url.openConnection() instanceof JarURLConnection connection)) {
      throw ServiceFailure.unavailable(
          "This build carries no FFmpeg for "
              + platform()
              + ": install FFmpeg and set video.ffmpeg to its path");
    }
    connection.setUseCaches(false);
    try (JarFile jar = connection.getJarFile()) {
      List<JarEntry> entries =
          jar.stream()
              .filter(entry -> entry.getName().startsWith(place) && !entry.isDirectory())
              .filter(entry -> !entry.getName().contains("jni"))
              .sorted(Comparator.comparing(JarEntry::getName))
              .toList();
      String build = digest(entries);
      Path folder =
          new WholeFolder(cache.resolve(build)).filledBy(fresh -> unpack(jar, entries, fresh));
      return new BundledFfmpeg(folder, build);
    }
  }

  Path ffmpeg() {
    return folder.resolve(executable("ffmpeg"));
  }

  Path ffprobe() {
    return folder.resolve(executable("ffprobe"));
  }

  private static String executable(String name) {
    return platform().startsWith("windows") ? name + ".exe" : name;
  }

  private static void unpack(JarFile jar, List<JarEntry> entries, Path folder) throws IOException {
    for (JarEntry entry : entries) {
      String name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
      Path file = folder.resolve(name);
      try (InputStream in = jar.getInputStream(entry)) {
        Files.copy(in, file);
      }
      if (name.startsWith("ff") && !file.toFile().setExecutable(true, false)) {
        throw new IOException("Cannot make " + file + " executable");
      }
    }
  }

  private static String digest(List<JarEntry> entries) {
    MessageDigest digest = Sha256.begin();
    for (JarEntry entry : entries) {
      String line = entry.getName() + ' ' + entry.getSize() + ' ' + entry.getCrc() + '\n';
      digest.update(line.getBytes(StandardCharsets.UTF_8));
    }
    return HexFormat.of().formatHex(digest.digest(), 0, 8);
  }
}
