package io.moneyprinter.platform.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** The scripts of one service's database that this program brings along. Blocking. */
final class BundledSchema {
  private final ClassLoader loader;

  BundledSchema(ClassLoader loader) {
    this.loader = loader;
  }

  /**
   * SHA-256 over names and content of all files in {@code db/<service>}, in hexadecimal: equal only
   * for the very same scripts.
   */
  String digest(String service) {
    Map<String, byte[]> scripts = new TreeMap<>();
    try {
      for (URL folder : Collections.list(loader.getResources("db/" + service))) {
        if (folder.openConnection() instanceof JarURLConnection jar) {
          read(jar.getJarFile(), jar.getEntryName(), scripts);
        } else {
          read(Path.of(folder.toURI()), scripts);
        }
      }
      return digest(scripts);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("Every URL of a folder is a URI", e);
    }
  }

  private static void read(JarFile jar, String folder, Map<String, byte[]> scripts)
      throws IOException {
    String prefix = folder.endsWith("/") ? folder : folder + "/";
    List<JarEntry> entries =
        jar.stream()
            .filter(entry -> entry.getName().startsWith(prefix) && !entry.isDirectory())
            .toList();
    for (JarEntry entry : entries) {
      try (InputStream content = jar.getInputStream(entry)) {
        scripts.put(entry.getName().substring(prefix.length()), content.readAllBytes());
      }
    }
  }

  private static void read(Path folder, Map<String, byte[]> scripts) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        URI name = folder.toUri().relativize(file.toUri());
        scripts.put(name.getPath(), Files.readAllBytes(file));
      }
    }
  }

  private static String digest(Map<String, byte[]> scripts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      scripts.forEach(
          (name, content) -> {
            // Lengths first: no two sets of scripts are the same row of bytes.
            String head = name.length() + " " + name + " " + content.length + " ";
            digest.update(head.getBytes(StandardCharsets.UTF_8));
            digest.update(content);
          });
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java knows SHA-256", e);
    }
  }
}
