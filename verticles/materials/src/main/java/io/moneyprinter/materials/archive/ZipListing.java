package io.moneyprinter.materials.archive;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.bus.Violation;
import io.moneyprinter.materials.inspection.FileName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.archivers.zip.ZipMethod;

/**
 * Goes through the directory of a ZIP archive (PKWARE APPNOTE 6.3) before anything is unpacked.
 * Bombs, ways out of the folder, links, locked and doubled entries are refused, each by its name.
 */
final class ZipListing {
  private static final Pattern ARCHIVE =
      Pattern.compile("(?i).*\\.(zip|jar|war|apk|7z|rar|gz|tgz|bz2|xz|zst|tar|cab|iso)");

  private static final int MOST_PROBLEMS = 50;
  private static final int DEEPEST = 16;

  /** Small files may shrink a lot without harm. */
  private static final long HARMLESS = 1 << 20;

  private final ArchiveLimits limits;
  private final List<PackedFile> files = new ArrayList<>();
  private final List<Violation> problems = new ArrayList<>();
  private final Set<String> names = new HashSet<>();
  private long size;

  private ZipListing(ArchiveLimits limits) {
    this.limits = limits;
  }

  /**
   * The files to take.
   *
   * @throws ServiceFailure INVALID with a violation for each bad entry
   */
  static List<PackedFile> of(ZipFile zip, ArchiveLimits limits) {
    ZipListing listing = new ZipListing(limits);
    List<ZipArchiveEntry> entries = new ArrayList<>();
    zip.getEntries().asIterator().forEachRemaining(entries::add);
    if (entries.size() > limits.entries()) {
      throw ServiceFailure.invalid(
          "/file",
          "The archive holds more than "
              + limits.entries()
              + " entries: send it in parts, or raise materials.library.archive-entries");
    }
    entries.forEach(entry -> listing.add(zip, entry));
    listing.refuseOverlaps(entries);
    listing.refuseTooMuch();
    listing.refuseProblems();
    return listing.files;
  }

  private void add(ZipFile zip, ZipArchiveEntry entry) {
    String path = entry.getName();
    List<String> parts = parts(path);
    if (parts.isEmpty()) {
      return;
    }
    if (!names.add(String.join("/", parts).toLowerCase(Locale.ROOT))) {
      problem(path, "is there twice: keep one of them");
    } else if (entry.isUnixSymlink()) {
      problem(path, "is a link: pack the file itself");
    } else if (entry.getGeneralPurposeBit().usesEncryption()) {
      problem(path, "is locked with a password: pack it without one");
    } else if (!entry.isDirectory() && !hidden(parts)) {
      take(zip, entry, parts);
    }
  }

  private void take(ZipFile zip, ZipArchiveEntry entry, List<String> parts) {
    String path = String.join("/", parts);
    long unpacked = entry.getSize();
    long packed = entry.getCompressedSize();
    if (ARCHIVE.matcher(path).matches()) {
      problem(path, "is an archive in an archive: unpack it first");
    } else if (!zip.canReadEntryData(entry)
        || entry.getMethod() != ZipMethod.STORED.getCode()
            && entry.getMethod() != ZipMethod.DEFLATED.getCode()) {
      problem(path, "is packed in a way that is not known here: pack it with Deflate");
    } else if (unpacked > limits.file()) {
      problem(path, "is larger than " + limits.file() + " bytes: make it smaller");
    } else if (unpacked > HARMLESS && unpacked / limits.ratio() > Math.max(1, packed)) {
      problem(path, "unpacks to more than " + limits.ratio() + " times its size, as bombs do");
    } else {
      size += unpacked;
      files.add(new PackedFile(entry, path, parts.get(parts.size() - 1)));
    }
  }

  /** The parts of a name, each a plain file name; empty when there is a problem with it. */
  private List<String> parts(String path) {
    List<String> parts = new ArrayList<>();
    String bare = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    try {
      for (String part : bare.split("/", -1)) {
        parts.add(FileName.plain("/file", part));
      }
      if (parts.size() > DEEPEST) {
        throw ServiceFailure.invalid("/file", "lies more than " + DEEPEST + " folders deep");
      }
      return parts;
    } catch (ServiceFailure wrong) {
      problem(path, "is no name that is taken. " + wrong.getMessage());
      return List.of();
    }
  }

  private static boolean hidden(List<String> parts) {
    return parts.stream().anyMatch(part -> part.startsWith(".") || part.equals("__MACOSX"))
        || parts.get(parts.size() - 1).matches("(?i)thumbs\\.db|desktop\\.ini");
  }

  /** D. Fifield, "A better zip bomb" (WOOT 2019): entries that share their packed bytes. */
  private void refuseOverlaps(List<ZipArchiveEntry> entries) {
    List<ZipArchiveEntry> inPlace = new ArrayList<>(entries);
    inPlace.sort(Comparator.comparingLong(ZipArchiveEntry::getLocalHeaderOffset));
    long end = 0;
    for (ZipArchiveEntry entry : inPlace) {
      if (entry.getLocalHeaderOffset() < end) {
        problem(entry.getName(), "shares its bytes with another entry, as bombs do");
        return;
      }
      end =
          Math.max(entry.getLocalHeaderOffset(), entry.getDataOffset()) + entry.getCompressedSize();
    }
  }

  private void refuseTooMuch() {
    if (size > limits.size()) {
      throw ServiceFailure.invalid(
          "/file",
          "The archive unpacks to "
              + size
              + " bytes: send it in parts, or raise materials.library.archive-size");
    }
    if (files.size() > limits.files()) {
      throw ServiceFailure.invalid(
          "/file",
          "The archive holds more than "
              + limits.files()
              + " files: send it in parts, or raise materials.max-files");
    }
    if (files.isEmpty() && problems.isEmpty()) {
      throw ServiceFailure.invalid(
          "/file", "The archive holds no picture, clip or sound: pack some into it");
    }
  }

  private void refuseProblems() {
    if (!problems.isEmpty()) {
      throw ServiceFailure.invalid(Problems.sentence(problems), problems);
    }
  }

  private void problem(String path, String what) {
    if (problems.size() < MOST_PROBLEMS) {
      problems.add(Problems.of(path, what));
    }
  }
}
