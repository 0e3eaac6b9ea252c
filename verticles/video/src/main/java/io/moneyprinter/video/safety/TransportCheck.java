package io.moneyprinter.video.safety;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jcodec.containers.mps.psi.PATSection;
import org.jcodec.containers.mps.psi.PMTSection;

/** The tables of an MPEG transport stream (ISO 13818-1, 2.4.4). */
final class TransportCheck {
  /** The tables come back several times a second. */
  private static final int PACKETS = 20_000;

  private static final int PACKET = 188;
  private static final int SECTION = 4_096;

  private final BoundedFile in;
  private final Dimensions allowed;
  private final Map<Integer, ByteBuffer> open = new HashMap<>();
  private final Set<Integer> tables = new HashSet<>();
  private final Set<Integer> streams = new HashSet<>();

  TransportCheck(BoundedFile in, MediaLimits limits) {
    this.in = in;
    this.allowed = new Dimensions(limits);
  }

  void check(int packetSize) throws IOException {
    int first = packetSize == 192 ? 4 : 0;
    for (int i = 0; i < PACKETS; i++) {
      ByteBuffer packet = in.read(first + (long) i * packetSize, PACKET);
      if (packet.limit() < PACKET || packet.get(0) != 0x47) {
        return;
      }
      int pid = packet.getShort(1) & 0x1fff;
      if (pid == 0 || tables.contains(pid)) {
        collect(pid, packet, (packet.get(1) & 0x40) != 0);
      }
    }
  }

  private void collect(int pid, ByteBuffer packet, boolean start) {
    boolean adaptation = (packet.get(3) & 0x20) != 0;
    packet.position(Math.min(PACKET, adaptation ? 5 + (packet.get(4) & 0xff) : 4));
    if (start && packet.hasRemaining()) {
      int pointer = packet.get() & 0xff;
      packet.position(Math.min(PACKET, packet.position() + pointer));
      open.put(pid, ByteBuffer.allocate(SECTION + PACKET));
    }
    ByteBuffer section = open.get(pid);
    if (section == null || section.remaining() < packet.remaining()) {
      return;
    }
    section.put(packet);
    int length = section.position() < 3 ? SECTION : (section.getShort(1) & 0xfff) + 3;
    if (section.position() >= length) {
      open.remove(pid);
      read(pid, section.flip().limit(length));
    }
  }

  private void read(int pid, ByteBuffer section) {
    try {
      if (pid == 0) {
        for (int table : PATSection.parsePAT(section).getPrograms().values()) {
          tables.add(table);
        }
        allowed.streams(tables.size());
      } else {
        for (PMTSection.PMTStream stream : PMTSection.parsePMT(section).getStreams()) {
          streams.add(stream.getPid());
        }
        allowed.streams(streams.size());
      }
    } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
      throw Refusal.broken("one of its programme tables does not fit its length");
    }
  }
}
