package io.moneyprinter.users;

import io.moneyprinter.codecs.users.AccountMessages;
import io.moneyprinter.codecs.users.CredentialsChanged;
import io.vertx.core.eventbus.EventBus;

/** Tells all gateways that what they remember of somebody holds no longer. */
final class Credentials {
  private final EventBus bus;

  Credentials(EventBus bus) {
    this.bus = bus;
  }

  void changed(String tenant, String user) {
    AccountMessages.CREDENTIALS_CHANGED.publish(bus, new CredentialsChanged(tenant, user));
  }
}
