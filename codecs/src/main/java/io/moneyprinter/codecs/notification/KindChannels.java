package io.moneyprinter.codecs.notification;

import java.util.List;

/** By which ways somebody is told of a kind. */
public record KindChannels(NoticeKind kind, List<NoticeChannel> channels) {
  public KindChannels {
    channels = channels == null ? List.of() : channels.stream().distinct().sorted().toList();
  }
}
