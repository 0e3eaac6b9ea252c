package io.moneyprinter.codecs.users;

import java.util.List;

/** API keys, the newest first, those revoked among them. */
public record KeyList(List<ApiKeyInfo> keys) {
  public KeyList {
    keys = keys == null ? List.of() : List.copyOf(keys);
  }
}
