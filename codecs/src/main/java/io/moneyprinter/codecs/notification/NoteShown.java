package io.moneyprinter.codecs.notification;

import java.util.List;

/** Says that an open page of the caller was sent these notices, so that they are missed no more. */
public record NoteShown(List<String> ids) {
  public NoteShown {
    ids = List.copyOf(ids);
  }
}
