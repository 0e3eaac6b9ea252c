package io.moneyprinter.video.ffmpeg;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An empty shared library that answers to another's name. FFmpeg's capture devices are linked to
 * the sound and window system, which a server has not got; without their libraries the program does
 * not even start, although nothing of them is ever called. The stand-in satisfies the dynamic
 * linker: right name, right version names, no symbols (they are bound lazily, that is, never).
 *
 * <p>Layout after the System V ABI, ELF-64, and the GNU symbol versioning of the Linux Standard
 * Base.
 */
final class StandInLibrary {
  /** The libraries that only capture devices call, with the versions that are asked of them. */
  private static final Map<String, List<String>> KNOWN =
      Map.of(
          "libpulse.so.0", List.of("PULSE_0"),
          "libasound.so.2", List.of("ALSA_0.9", "ALSA_0.9.0rc4"),
          "libxcb.so.1", List.of(),
          "libxcb-shm.so.0", List.of(),
          "libxcb-shape.so.0", List.of(),
          "libxcb-xfixes.so.0", List.of());

  private static final int HEADER = 64;
  private static final int PROGRAM_HEADER = 56;
  private static final int TABLES = HEADER + 3 * PROGRAM_HEADER;
  private static final short MACHINE_X86_64 = 62;
  private static final short MACHINE_AARCH64 = 183;

  private StandInLibrary() {}

  /**
   * Writes a stand-in.
   *
   * @return the file, or empty when nothing is known of such a library
   */
  static Optional<Path> write(Path folder, String name, String architecture) throws IOException {
    List<String> versions = KNOWN.get(name);
    if (versions == null) {
      return Optional.empty();
    }
    short machine = architecture.contains("arm") ? MACHINE_AARCH64 : MACHINE_X86_64;
    return Optional.of(Files.write(folder.resolve(name), image(name, versions, machine)));
  }

  private static byte[] image(String name, List<String> versions, short machine) {
    StringBuilder names = new StringBuilder("\0").append(name).append('\0');
    int[] nameAt = new int[versions.size()];
    for (int i = 0; i < nameAt.length; i++) {
      nameAt[i] = names.length();
      names.append(versions.get(i)).append('\0');
    }
    int symbols = TABLES;
    int hash = symbols + 24;
    int symbolVersions = hash + 16;
    int definitions = symbolVersions + 8;
    int count = versions.isEmpty() ? 0 : versions.size() + 1;
    int strings = definitions + count * 28;
    int dynamic = (strings + names.length() + 7) / 8 * 8;
    int entries = count == 0 ? 7 : 10;
    ByteBuffer out = ByteBuffer.allocate(dynamic + entries * 16).order(ByteOrder.LITTLE_ENDIAN);

    header(out, machine);
    segment(out, 1, 6, 0, out.capacity(), 0x1000);
    segment(out, 2, 6, dynamic, entries * 16, 8);
    segment(out, 0x6474e551, 6, 0, 0, 16);

    out.position(hash);
    out.putInt(1).putInt(1).putInt(0).putInt(0);
    out.position(definitions);
    for (int i = 0; i < count; i++) {
      String version = i == 0 ? name : versions.get(i - 1);
      out.putShort((short) 1).putShort((short) (i == 0 ? 1 : 0));
      out.putShort((short) (i + 1)).putShort((short) 1).putInt(hashOf(version)).putInt(20);
      out.putInt(i == count - 1 ? 0 : 28);
      out.putInt(i == 0 ? 1 : nameAt[i - 1]).putInt(0);
    }
    out.position(strings);
    out.put(names.toString().getBytes(StandardCharsets.US_ASCII));
    out.position(dynamic);
    entry(out, 14, 1); // its own name
    entry(out, 4, hash);
    entry(out, 5, strings);
    entry(out, 6, symbols);
    entry(out, 10, names.length());
    entry(out, 11, 24);
    if (count > 0) {
      entry(out, 0x6ffffff0L, symbolVersions);
      entry(out, 0x6ffffffcL, definitions);
      entry(out, 0x6ffffffdL, count);
    }
    entry(out, 0, 0);
    return out.array();
  }

  private static void header(ByteBuffer out, short machine) {
    out.put(new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0});
    out.putShort((short) 3).putShort(machine).putInt(1);
    out.putLong(0).putLong(HEADER).putLong(0).putInt(0);
    out.putShort((short) HEADER).putShort((short) PROGRAM_HEADER).putShort((short) 3);
    out.putShort((short) 64).putShort((short) 0).putShort((short) 0);
  }

  private static void segment(
      ByteBuffer out, int type, int flags, long offset, long size, long align) {
    out.putInt(type).putInt(flags).putLong(offset).putLong(offset).putLong(offset);
    out.putLong(size).putLong(size).putLong(align);
  }

  private static void entry(ByteBuffer out, long tag, long value) {
    out.putLong(tag).putLong(value);
  }

  /** The hash of the System V ABI's symbol tables. */
  private static int hashOf(String text) {
    int hash = 0;
    for (char c : text.toCharArray()) {
      hash = (hash << 4) + c;
      int high = hash & 0xf0000000;
      hash = (hash ^ high >>> 24) & ~high;
    }
    return hash;
  }
}
