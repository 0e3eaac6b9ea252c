package io.moneyprinter.gateway.archive;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * The records of a ZIP around files that are stored as they are (APPNOTE.TXT 6.3.10, §4.3 to §4.5).
 * Names are UTF-8 (bit 11); sizes, offsets and counts that do not fit get the fields of ZIP64. As
 * checksum and size stand before each file, also programs that read a ZIP as it comes take it.
 *
 * <p>Our own, since the libraries there are write to a blocking stream: each slow caller would hold
 * a thread for as long as he takes.
 */
final class ZipRecords {
  private static final int LOCAL = 0x04034b50;
  private static final int CENTRAL = 0x02014b50;
  private static final int END_64 = 0x06064b50;
  private static final int LOCATOR_64 = 0x07064b50;
  private static final int END = 0x06054b50;

  private static final int UTF_8 = 1 << 11;
  private static final int VERSION = 20;
  private static final int VERSION_64 = 45;
  private static final int UNIX = 3 << 8;

  /** A plain file that all may read and its owner change, as Unix says it. */
  private static final long ATTRIBUTES = 0100644L << 16;

  private static final int EXTRA_64 = 1;
  private static final long ALL_ONES = 0xffffffffL;
  private static final int MANY = 0xffff;
  private static final int EARLIEST_YEAR = 1980;

  private final long largest;

  ZipRecords() {
    this(ALL_ONES);
  }

  /**
   * @param largest first size or offset that is told in the fields of ZIP64
   */
  ZipRecords(long largest) {
    this.largest = largest;
  }

  /** What stands before a file. */
  Buffer local(ZipMember member, int crc) {
    byte[] name = name(member);
    boolean big = member.blob().size() >= largest;
    Buffer out = Buffer.buffer().appendIntLE(LOCAL);
    common(out, member, crc, big ? VERSION_64 : VERSION, big)
        .appendUnsignedShortLE(name.length)
        .appendUnsignedShortLE(big ? 20 : 0)
        .appendBytes(name);
    if (big) {
      out.appendUnsignedShortLE(EXTRA_64)
          .appendUnsignedShortLE(16)
          .appendLongLE(member.blob().size())
          .appendLongLE(member.blob().size());
    }
    return out;
  }

  /** What the directory at the end says of a file. */
  Buffer central(ZipMember member, int crc, long offset) {
    byte[] name = name(member);
    boolean big = member.blob().size() >= largest;
    boolean far = offset >= largest;
    int extra = (big ? 16 : 0) + (far ? 8 : 0);
    int version = extra > 0 ? VERSION_64 : VERSION;
    Buffer out = Buffer.buffer().appendIntLE(CENTRAL).appendUnsignedShortLE(UNIX | version);
    common(out, member, crc, version, big)
        .appendUnsignedShortLE(name.length)
        .appendUnsignedShortLE(extra == 0 ? 0 : extra + 4)
        .appendUnsignedShortLE(0) // no comment
        .appendUnsignedShortLE(0) // on the first disk
        .appendUnsignedShortLE(0) // not said to be text
        .appendUnsignedIntLE(ATTRIBUTES)
        .appendUnsignedIntLE(far ? ALL_ONES : offset)
        .appendBytes(name);
    if (extra > 0) {
      out.appendUnsignedShortLE(EXTRA_64).appendUnsignedShortLE(extra);
      if (big) {
        out.appendLongLE(member.blob().size()).appendLongLE(member.blob().size());
      }
      if (far) {
        out.appendLongLE(offset);
      }
    }
    return out;
  }

  /**
   * What stands at the very end.
   *
   * @param offset where the directory begins
   * @param size bytes of the directory
   */
  Buffer end(int count, long offset, long size) {
    Buffer out = Buffer.buffer();
    if (count >= MANY || offset >= largest || size >= largest) {
      out.appendIntLE(END_64)
          .appendLongLE(44) // of this record, the first twelve bytes aside
          .appendUnsignedShortLE(UNIX | VERSION_64)
          .appendUnsignedShortLE(VERSION_64)
          .appendIntLE(0)
          .appendIntLE(0)
          .appendLongLE(count)
          .appendLongLE(count)
          .appendLongLE(size)
          .appendLongLE(offset)
          .appendIntLE(LOCATOR_64)
          .appendIntLE(0)
          .appendLongLE(offset + size)
          .appendIntLE(1);
    }
    return out.appendIntLE(END)
        .appendUnsignedShortLE(0)
        .appendUnsignedShortLE(0)
        .appendUnsignedShortLE(Math.min(count, MANY))
        .appendUnsignedShortLE(Math.min(count, MANY))
        .appendUnsignedIntLE(size >= largest ? ALL_ONES : size)
        .appendUnsignedIntLE(offset >= largest ? ALL_ONES : offset)
        .appendUnsignedShortLE(0); // no comment
  }

  private static Buffer common(Buffer out, ZipMember member, int crc, int version, boolean big) {
    long size = big ? ALL_ONES : member.blob().size();
    return out.appendUnsignedShortLE(version)
        .appendUnsignedShortLE(UTF_8)
        .appendUnsignedShortLE(0) // stored
        .appendUnsignedIntLE(dosTime(member.time()))
        .appendIntLE(crc)
        .appendUnsignedIntLE(size)
        .appendUnsignedIntLE(size);
  }

  private static byte[] name(ZipMember member) {
    return member.name().getBytes(StandardCharsets.UTF_8);
  }

  /** To two seconds, of no zone: UTC here. */
  private static long dosTime(Instant at) {
    LocalDateTime time = LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    long date =
        (long) Math.max(0, time.getYear() - EARLIEST_YEAR) << 9
            | time.getMonthValue() << 5
            | time.getDayOfMonth();
    return date << 16 | time.getHour() << 11 | time.getMinute() << 5 | time.getSecond() / 2;
  }
}
