package io.moneyprinter.users;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.users.EditProfile;
import io.moneyprinter.codecs.users.GetProfile;
import io.moneyprinter.codecs.users.Profile;
import io.vertx.core.Future;

/** Shows and changes the caller's own account. */
final class ProfileDesk {
  private final AccountStore accounts;

  ProfileDesk(AccountStore accounts) {
    this.accounts = accounts;
  }

  Future<Profile> show(GetProfile order) {
    return own().map(Account::profile);
  }

  Future<Profile> edit(EditProfile order) {
    CallContext caller = CallContext.currentOrSystem();
    String name = Names.read(order.name());
    return AccountStore.setName(accounts.writer(), caller.tenant(), caller.subject(), name)
        .compose(set -> own())
        .map(Account::profile);
  }

  private Future<Account> own() {
    CallContext caller = CallContext.currentOrSystem();
    return AccountStore.byId(accounts.writer(), caller.tenant(), caller.subject())
        .map(found -> found.orElseThrow(() -> ServiceFailure.notFound("There is no such account")));
  }
}
