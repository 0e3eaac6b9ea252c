package io.moneyprinter.speech.espeak;

import io.moneyprinter.platform.files.WholeFolder;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * espeak-ng's library and data as files, where the native side needs them.
 *
 * @param library the shared library
 * @param dataParent the folder that holds {@code espeak-ng-data}
 */
record EspeakFiles(Path library, Path dataParent) {
  /** Changes with the files that are carried. */
  static final String VERSION = "1.52.0.1";

  static final String DATA_RESOURCE = "/espeak-ng-data.zip";

  /** Unpacks both under a folder, unless that was done; several processes may do so at once. */
  static EspeakFiles unpackedUnder(Path cache) throws IOException {
    String resource = libraryResource();
    Path folder =
        new WholeFolder(cache.resolve(VERSION))
            .filledBy(
                fresh -> {
                  try (InputStream in = opened("/" + resource)) {
                    Files.copy(in, fresh.resolve(fileName(resource)));
                  }
                  unzipData(fresh.resolve("espeak-ng-data"));
                });
    return new EspeakFiles(folder.resolve(fileName(resource)), folder);
  }

  private static void unzipData(Path target) throws IOException {
    try (var zip = new ZipInputStream(opened(DATA_RESOURCE))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path file = target.resolve(entry.getName()).normalize();
        if (!file.startsWith(target)) {
          throw new IOException("The speech data holds a path outside of it: " + entry.getName());
        }
        if (!entry.isDirectory()) {
          Files.createDirectories(file.getParent());
          Files.copy(zip, file);
        }
      }
    }
  }

  private static InputStream opened(String resource) throws FileNotFoundException {
    InputStream in = EspeakFiles.class.getResourceAsStream(resource);
    if (in == null) {
      throw new FileNotFoundException(
          "No espeak-ng is carried for this machine (" + resource + " is missing)");
    }
    return in;
  }

  private static String fileName(String resource) {
    return resource.substring(resource.indexOf('/') + 1);
  }

  private static String libraryResource() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    boolean arm64 = machine.equals("aarch64") || machine.equals("arm64");
    if (system.contains("win")) {
      return "win-amd64/espeak-ng.dll";
    }
    if (system.contains("mac")) {
      return (arm64 ? "macos-arm64" : "macos-amd64") + "/libespeak-ng.1.dylib";
    }
    if (machine.startsWith("arm") && !arm64) {
      return "debian-armv7l/libespeak-ng.so.1";
    }
    return (arm64 ? "debian-arm64" : "debian-amd64") + "/libespeak-ng.so.1";
  }
}
