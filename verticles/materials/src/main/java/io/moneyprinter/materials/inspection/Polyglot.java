package io.moneyprinter.materials.inspection;

import io.moneyprinter.codecs.bus.ServiceFailure;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;

/**
 * Finds files that are two things at once: a picture to us, a web page, a script or an archive to
 * somebody else. What players and cameras write of their own accord, such as metadata and second
 * pictures, is let through. Blocking; reads 128 KB at most.
 */
final class Polyglot {
  private static final int EDGE = 64 * 1024;

  /** Readers of PDF look for its mark in so many bytes (ISO 32000-1, annex H.3). */
  private static final int PDF_HEAD = 1024;

  /** Rare enough by chance: five letters in 128 KB of packed pictures, once in a million files. */
  private static final List<String> SCRIPTS =
      List.of("<?php", "<script", "<html", "<!doctype", "#!/bin/", "#!/usr/");

  /** The last record of a ZIP archive, and its first directory entry (APPNOTE 4.3.16, 4.3.12). */
  private static final int ZIP_END = 0x06054b50;

  private static final int ZIP_ENTRY = 0x02014b50;
  private static final int ZIP_END_LENGTH = 22;

  private Polyglot() {}

  /**
   * @throws ServiceFailure INVALID with what else the file is
   */
  static void refuse(Path file) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
      long size = channel.size();
      ByteBuffer head = read(channel, 0, (int) Math.min(size, EDGE));
      long from = Math.max(0, size - EDGE - ZIP_END_LENGTH);
      ByteBuffer tail = read(channel, from, (int) (size - from));
      String first = latin(head);
      if (first.substring(0, Math.min(PDF_HEAD, first.length())).contains("%PDF-")) {
        throw twofold("a PDF document");
      }
      String all = (first + latin(tail)).toLowerCase(Locale.ROOT);
      if (SCRIPTS.stream().anyMatch(all::contains)) {
        throw twofold("a web page or script");
      }
      if (archive(channel, tail, from)) {
        throw twofold("a ZIP archive");
      }
    }
  }

  private static boolean archive(FileChannel channel, ByteBuffer tail, long from)
      throws IOException {
    tail.order(ByteOrder.LITTLE_ENDIAN);
    for (int at = tail.limit() - ZIP_END_LENGTH; at >= 0; at--) {
      if (tail.getInt(at) == ZIP_END) {
        long directory = from + at - Integer.toUnsignedLong(tail.getInt(at + 12));
        if (directory >= 0) {
          ByteBuffer entry = read(channel, directory, 4).order(ByteOrder.LITTLE_ENDIAN);
          if (entry.limit() == 4 && (entry.getInt(0) == ZIP_ENTRY || entry.getInt(0) == ZIP_END)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static ByteBuffer read(FileChannel channel, long from, int count) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(count);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, from + buffer.position()) < 0) {
        break;
      }
    }
    return buffer.flip();
  }

  private static String latin(ByteBuffer bytes) {
    return new String(bytes.array(), 0, bytes.limit(), StandardCharsets.ISO_8859_1);
  }

  private static ServiceFailure twofold(String what) {
    return ServiceFailure.invalid(
        "/file",
        "The file is " + what + " as well: save the picture, clip or sound again, by itself");
  }
}
