package io.moneyprinter.platform.rabbitmq;

import com.rabbitmq.client.Channel;

/** A ticket that was delivered and not yet acknowledged. Belongs to its consumer's context. */
final class HeldTicket {
  private static final long NO_TIMER = -1; // 0 is one of Vert.x

  private final TicketLetter letter;
  private Channel channel;
  private long tag;
  private long timer = NO_TIMER;
  private boolean released;

  HeldTicket(TicketLetter letter, Channel channel, long tag) {
    this.letter = letter;
    this.channel = channel;
    this.tag = tag;
  }

  TicketLetter letter() {
    return letter;
  }

  Channel channel() {
    return channel;
  }

  long tag() {
    return tag;
  }

  /** After a broken connection the broker delivers it again: from now on it is held by this. */
  void heldAgain(Channel again, long under) {
    channel = again;
    tag = under;
    released = false;
  }

  void timer(long id) {
    timer = id;
  }

  long timer() {
    return timer;
  }

  /** It was acknowledged before it was handled to the end, since that takes so long. */
  void release() {
    released = true;
  }

  boolean released() {
    return released;
  }
}
