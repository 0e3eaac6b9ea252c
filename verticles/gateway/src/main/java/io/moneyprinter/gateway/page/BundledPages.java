package io.moneyprinter.gateway.page;

import io.moneyprinter.platform.digest.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** The files in the jar: the studio's own, and the libraries that its pages import. */
final class BundledPages implements PageSource {
  /** What the paths of library files begin with, as in {@code lib/lit/index.js}. */
  static final String LIBRARIES = "lib/";

  private static final String ROOT = "studio/";
  private static final String BUNDLE = ROOT + "bundle/";
  private static final List<String> NAMES =
      List.of(
          "lit",
          "lit-html",
          "lit-element",
          "lit__reactive-element",
          "chart.js",
          "kurkle__color",
          "cytoscape");

  private final ClassLoader jar = BundledPages.class.getClassLoader();
  private final Map<String, String> versions = new TreeMap<>();

  /** Finds the libraries; blocks shortly. */
  BundledPages() throws IOException {
    for (String name : NAMES) {
      versions.put(name, version(name));
    }
  }

  private String version(String name) throws IOException {
    String path = "META-INF/maven/org.webjars.npm/" + name + "/pom.properties";
    try (InputStream in = jar.getResourceAsStream(path)) {
      if (in == null) {
        throw new IOException("The library '" + name + "' is missing from the jar");
      }
      Properties properties = new Properties();
      properties.load(in);
      return properties.getProperty("version");
    }
  }

  @Override
  public Optional<byte[]> read(String path) throws IOException {
    return path.startsWith(LIBRARIES)
        ? library(path.substring(LIBRARIES.length()))
        : bytes(ROOT + path);
  }

  private Optional<byte[]> library(String path) throws IOException {
    int slash = path.indexOf('/');
    String name = slash < 0 ? path : path.substring(0, slash);
    String version = versions.get(name);
    return version == null || slash < 0
        ? Optional.empty()
        : bytes(
            "META-INF/resources/webjars/" + name + "/" + version + "/" + path.substring(slash + 1));
  }

  private Optional<byte[]> bytes(String resource) throws IOException {
    try (InputStream in = jar.getResourceAsStream(resource)) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    }
  }

  @Override
  public String build() throws IOException {
    MessageDigest digest = Sha256.begin();
    digest.update(versions.toString().getBytes());
    for (String name : ownFiles()) {
      digest.update(name.getBytes());
      digest.update(bytes(name).orElseThrow());
    }
    return HexFormat.of().formatHex(digest.digest(), 0, 6);
  }

  /** In order of their names. */
  private List<String> ownFiles() throws IOException {
    URL index = jar.getResource(ROOT + StudioFiles.INDEX);
    if (index == null) {
      throw new IOException("The studio is missing from the jar");
    }
    if (index.openConnection() instanceof JarURLConnection inJar) {
      try (JarFile file = new JarFile(Path.of(inJar.getJarFileURL().toURI()).toFile())) {
        return file.stream()
            .filter(entry -> !entry.isDirectory())
            .map(entry -> entry.getName())
            .filter(BundledPages::tells)
            .sorted()
            .toList();
      } catch (URISyntaxException e) {
        throw new IOException(e);
      }
    }
    Path root = Path.of(URI.create(index.toString())).getParent();
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> ROOT + root.relativize(file).toString().replace('\\', '/'))
          .filter(BundledPages::tells)
          .sorted()
          .toList();
    }
  }

  /** What is bundled has its hash in its name, and its name in the documents. */
  private static boolean tells(String name) {
    return name.startsWith(ROOT) && (!name.startsWith(BUNDLE) || name.endsWith(".html"));
  }

  @Override
  public boolean lasting() {
    return true;
  }
}
