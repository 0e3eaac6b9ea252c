package io.moneyprinter.materials.folder;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.bus.Violation;
import io.moneyprinter.platform.settings.DataSize;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Looks through a folder and the folders right in it for pictures, clips, sounds and colour tables.
 * Hidden files are passed over, links that lead out of the folder are refused, and every trouble is
 * found in one go. Blocking.
 */
public final class FolderScan {
  private final int maxFiles;
  private final DataSize maxFileSize;
  private final Path root;
  private final List<FoundFile> files = new ArrayList<>();
  private final List<Violation> problems = new ArrayList<>();
  private final List<String> skipped = new ArrayList<>();

  private FolderScan(Path root, int maxFiles, DataSize maxFileSize) {
    this.root = root;
    this.maxFiles = maxFiles;
    this.maxFileSize = maxFileSize;
  }

  /**
   * @throws ServiceFailure NOT_FOUND without such a folder, RESOURCE without permission, INVALID
   *     for more files than allowed
   */
  public static FolderListing of(Path folder, int maxFiles, DataSize maxFileSize) {
    if (!folder.isAbsolute()) {
      throw ServiceFailure.invalid("/folder", "A folder is given by its absolute path: " + folder);
    }
    if (!Files.exists(folder)) {
      throw ServiceFailure.notFound(
          "There is no folder "
              + folder
              + ". Check how materials.folder is spelled; it counts from the file it stands in");
    }
    if (!Files.isDirectory(folder)) {
      throw ServiceFailure.invalid(
          "/folder", folder + " is a file. Name the folder that the pictures and clips are in");
    }
    try {
      FolderScan scan = new FolderScan(folder.toRealPath(), maxFiles, maxFileSize);
      scan.walk(scan.root, "");
      return new FolderListing(
          List.copyOf(scan.files), List.copyOf(scan.problems), List.copyOf(scan.skipped));
    } catch (AccessDeniedException e) {
      throw new ServiceFailure(
          FailureCode.RESOURCE,
          "There is no permission to read " + e.getFile() + ". Allow it with: chmod -R u+rX");
    } catch (IOException e) {
      throw new ServiceFailure(
          FailureCode.RESOURCE, "The folder " + folder + " cannot be read: " + e.getMessage());
    }
  }

  private void walk(Path folder, String prefix) throws IOException {
    SideFiles beside = new SideFiles(folder, prefix, problems);
    for (Path entry : sorted(folder)) {
      String name = entry.getFileName().toString();
      if (name.startsWith(".")) {
        continue;
      }
      Optional<Path> real = inside(entry, prefix + name);
      if (real.isEmpty()) {
        continue;
      }
      if (Files.isRegularFile(real.get())) {
        look(real.get(), prefix, name, beside);
      } else if (Files.isDirectory(real.get()) && prefix.isEmpty()) {
        walk(entry, name + "/");
      } else {
        skipped.add(prefix + name);
      }
    }
  }

  private static List<Path> sorted(Path folder) throws IOException {
    List<Path> entries = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      stream.forEach(entries::add);
    } catch (java.nio.file.DirectoryIteratorException e) {
      throw e.getCause();
    }
    entries.sort(Comparator.comparing(entry -> entry.getFileName().toString()));
    return entries;
  }

  private Optional<Path> inside(Path entry, String name) {
    try {
      Path real = entry.toRealPath();
      if (real.startsWith(root)) {
        return Optional.of(real);
      }
      problems.add(problem(name, "is a link out of the folder: copy the file itself into it"));
    } catch (IOException e) {
      problems.add(problem(name, "is a link that leads nowhere: remove it"));
    }
    return Optional.empty();
  }

  private void look(Path file, String prefix, String name, SideFiles beside) {
    String shown = prefix + name;
    boolean promised = MediaType.promisedBy(name);
    try {
      long size = Files.size(file);
      Optional<MediaType> type = MediaType.of(head(file));
      if (type.isEmpty()) {
        passOver(shown, promised, size);
      } else if (size > maxFileSize.bytes()) {
        problems.add(
            problem(
                shown,
                "is larger than "
                    + maxFileSize
                    + ": make it smaller, or raise"
                    + " materials.max-file-size"));
      } else {
        add(
            new FoundFile(
                shown, file, type.get(), Tags.joined(beside.of(name), Tags.ofName(shown))));
      }
    } catch (AccessDeniedException e) {
      problems.add(problem(shown, "may not be read: give permission with chmod u+r"));
    } catch (IOException e) {
      problems.add(problem(shown, "cannot be read: " + e.getMessage()));
    }
  }

  private void add(FoundFile file) {
    files.add(file);
    if (files.size() > maxFiles) {
      throw ServiceFailure.invalid(
          "/folder",
          "The folder holds more than "
              + maxFiles
              + " pictures, clips and sounds. Choose a smaller folder, or raise materials.max-files");
    }
  }

  private void passOver(String name, boolean promised, long size) {
    if (!promised) {
      skipped.add(name);
    } else if (size == 0) {
      problems.add(problem(name, "is empty (0 bytes): copy it again, or remove it"));
    } else {
      problems.add(
          problem(
              name,
              "is not what its name says, nor any other of JPEG, PNG, WebP, MP4, MOV, WebM, MKV, WAV,"
                  + " MP3, M4A, OGG, FLAC and CUBE: save it as one of these, or remove it"));
    }
  }

  private static byte[] head(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(MediaType.HEAD);
    }
  }

  /** A trouble with one file, in the form that a refused request lists them. */
  static Violation problem(String name, String sentence) {
    return new Violation("/folder", name + " " + sentence);
  }
}
