package io.moneyprinter.engines;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

/**
 * Keeps programs out of class path resources unpacked on disk, in one folder per content. A folder
 * appears complete or not at all (unpacked beside its place, then renamed), so any number of JVMs
 * may ask at once.
 */
final class ProgramCache {
  /** An unpacking that is older than this has died with its JVM. */
  private static final Duration ABANDONED = Duration.ofHours(1);

  /** Writes the content of a resource into an empty folder. */
  @FunctionalInterface
  interface Unpacker {
    void unpack(InputStream content, Path into) throws IOException;
  }

  private final Path root;

  ProgramCache(Path root) {
    this.root = root.toAbsolutePath().normalize();
  }

  /**
   * The folder with the unpacked content of the resource, which is unpacked now unless that was
   * done before.
   */
  Path folderOf(String resource, Unpacker unpacker) {
    URL url = ProgramCache.class.getResource(resource);
    if (url == null) {
      throw new EngineException(
          "This build does not carry %s".formatted(resource.substring(1)),
          "Build with the profile all-platforms, or configure an external server");
    }
    try {
      String name = resource.substring(1).replaceFirst("\\.txz$", "");
      Path place = root.resolve(name + "-" + fingerprint(url));
      if (!Files.isDirectory(place)) {
        unpackInto(place, url, unpacker);
      }
      return place;
    } catch (IOException e) {
      throw Folders.failure(
          "Could not unpack %s into %s".formatted(resource.substring(1), root), root, e);
    }
  }

  private void unpackInto(Path place, URL url, Unpacker unpacker) throws IOException {
    Folders.makeOpen(root);
    removeAbandoned();
    Path part = Files.createTempDirectory(root, place.getFileName() + "-");
    Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rwxr-xr-x"));
    try (InputStream content = url.openStream()) {
      unpacker.unpack(content, part);
      Files.move(part, place, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileAlreadyExistsException | DirectoryNotEmptyException raced) {
      Folders.delete(part); // another JVM was faster and its folder is as good
    } catch (IOException | RuntimeException e) {
      Folders.delete(part);
      if (!Files.isDirectory(place)) {
        throw e;
      }
    }
  }

  private void removeAbandoned() throws IOException {
    Instant limit = Instant.now().minus(ABANDONED);
    List<Path> parts;
    try (Stream<Path> entries = Files.list(root)) {
      parts =
          entries
              .filter(entry -> entry.getFileName().toString().matches(".*-[0-9a-f]{8}-\\d+-\\d+"))
              .toList();
    }
    for (Path part : parts) {
      if (Files.getLastModifiedTime(part).toInstant().isBefore(limit)) {
        Folders.delete(part);
      }
    }
  }

  /** Checksum and length: free where the resource lies in a jar, whose directory states both. */
  private static String fingerprint(URL url) throws IOException {
    URLConnection connection = url.openConnection();
    if (connection instanceof JarURLConnection jar) {
      return "%08x-%d".formatted(jar.getJarEntry().getCrc(), jar.getJarEntry().getSize());
    }
    try (CheckedInputStream content = new CheckedInputStream(url.openStream(), new CRC32())) {
      long length = content.transferTo(OutputStream.nullOutputStream());
      return "%08x-%d".formatted(content.getChecksum().getValue(), length);
    }
  }
}
