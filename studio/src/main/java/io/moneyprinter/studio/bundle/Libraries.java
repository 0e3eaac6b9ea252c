package io.moneyprinter.studio.bundle;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The WebJars and esbuild's program, taken out of the jars on the class path. */
final class Libraries {
  /** As in the addresses of the gateway. */
  static final String FOLDER = "lib";

  private static final Pattern PROGRAM =
      Pattern.compile("META-INF/resources/_static/[^/]+/[^/]+/(?:bin/)?(esbuild(?:\\.exe)?)");
  private static final Pattern MODULE =
      Pattern.compile(
          "META-INF/resources/webjars/([^/]+)/[^/]+/((?:.+/)?(?:package\\.json|[^/]+\\.m?js))");

  /** A WebJar is named as the package but for the scope, whose sign its name cannot have. */
  private static final Map<String, String> SCOPED =
      Map.of("lit__reactive-element", "@lit/reactive-element", "kurkle__color", "@kurkle/color");

  private final Path folder;
  private final Map<String, Path> packages = new TreeMap<>();

  Libraries(Path folder) {
    this.folder = folder;
  }

  /**
   * Writes the libraries into the folder, and the program into another one.
   *
   * @return empty where the class path has no program
   */
  Optional<Esbuild> unpack(Path programs) throws IOException {
    Optional<Esbuild> program = Optional.empty();
    for (String part : System.getProperty("java.class.path").split(File.pathSeparator)) {
      if (!part.endsWith(".jar")) {
        continue;
      }
      try (JarFile jar = new JarFile(part)) {
        for (JarEntry entry : jar.stream().filter(one -> !one.isDirectory()).toList()) {
          Matcher found = PROGRAM.matcher(entry.getName());
          if (found.matches()) {
            program = Optional.of(program(jar, entry, programs.resolve(found.group(1))));
          }
          library(jar, entry);
        }
      }
    }
    return program;
  }

  private static Esbuild program(JarFile jar, JarEntry entry, Path to) throws IOException {
    copy(jar, entry, to);
    if (!to.toFile().setExecutable(true)) {
      throw new IOException("Cannot make a program of " + to);
    }
    return new Esbuild(to);
  }

  private void library(JarFile jar, JarEntry entry) throws IOException {
    Matcher found = MODULE.matcher(entry.getName());
    if (found.matches()) {
      String name = found.group(1);
      Path home = folder.resolve(name);
      packages.put(SCOPED.getOrDefault(name, name), home);
      copy(jar, entry, home.resolve(found.group(2)));
    }
  }

  private static void copy(JarFile jar, JarEntry entry, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    try (InputStream in = jar.getInputStream(entry)) {
      Files.copy(in, to);
    }
  }

  /** Where each package lies, by the name that modules import it by. */
  Map<String, Path> packages() {
    return packages;
  }
}
