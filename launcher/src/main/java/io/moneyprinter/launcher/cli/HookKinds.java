package io.moneyprinter.launcher.cli;

import io.moneyprinter.codecs.notification.NoticeKind;
import java.util.Arrays;
import java.util.Iterator;

/** What webhooks may be told of, for help and completion. */
final class HookKinds implements Iterable<String> {
  @Override
  public Iterator<String> iterator() {
    return Arrays.stream(NoticeKind.values())
        .filter(NoticeKind::forWebhooks)
        .map(NoticeKind::name)
        .iterator();
  }
}
