package io.moneyprinter.codecs.users;

import io.moneyprinter.codecs.bus.Endpoint;
import io.moneyprinter.codecs.bus.MessageCatalogue;
import io.moneyprinter.codecs.bus.Topic;
import java.time.Duration;

/** What people do with their own accounts. Those of {@code me} act on the caller's. */
public final class AccountMessages {
  public static final Endpoint<Register, Done> REGISTER =
      new Endpoint<>("users.register", Register.class, Done.class);

  public static final Endpoint<VerifyEmail, Done> VERIFY_EMAIL =
      new Endpoint<>("users.verify-email", VerifyEmail.class, Done.class);

  /** Fails with {@code UNAUTHENTICATED}; with the violation {@code /code} when only that lacks. */
  public static final Endpoint<LogIn, Login> LOG_IN =
      new Endpoint<>("users.log-in", LogIn.class, Login.class);

  /** A token that was used before ends its session. */
  public static final Endpoint<RefreshLogin, Login> REFRESH =
      new Endpoint<>("users.refresh", RefreshLogin.class, Login.class);

  public static final Endpoint<ExchangeLogin, Login> EXCHANGE =
      new Endpoint<>("users.exchange", ExchangeLogin.class, Login.class);

  public static final Endpoint<EndSession, Done> END_SESSION =
      new Endpoint<>("users.end-session", EndSession.class, Done.class);

  public static final Endpoint<EndAllSessions, Done> END_ALL_SESSIONS =
      new Endpoint<>("users.end-all-sessions", EndAllSessions.class, Done.class);

  public static final Endpoint<ListSessions, SessionList> SESSIONS =
      new Endpoint<>("users.sessions", ListSessions.class, SessionList.class);

  public static final Endpoint<ChangeEmail, Done> CHANGE_EMAIL =
      new Endpoint<>("users.change-email", ChangeEmail.class, Done.class);

  public static final Endpoint<ChangePassword, Done> CHANGE_PASSWORD =
      new Endpoint<>("users.change-password", ChangePassword.class, Done.class);

  public static final Endpoint<RequestReset, Done> REQUEST_RESET =
      new Endpoint<>("users.request-reset", RequestReset.class, Done.class);

  public static final Endpoint<SetPassword, Done> SET_PASSWORD =
      new Endpoint<>("users.set-password", SetPassword.class, Done.class);

  public static final Endpoint<GetProfile, Profile> PROFILE =
      new Endpoint<>("users.profile", GetProfile.class, Profile.class);

  public static final Endpoint<EditProfile, Profile> EDIT_PROFILE =
      new Endpoint<>("users.edit-profile", EditProfile.class, Profile.class);

  public static final Endpoint<BeginTotp, TotpEnrolment> BEGIN_TOTP =
      new Endpoint<>("users.begin-totp", BeginTotp.class, TotpEnrolment.class);

  public static final Endpoint<ConfirmTotp, RecoveryCodes> CONFIRM_TOTP =
      new Endpoint<>("users.confirm-totp", ConfirmTotp.class, RecoveryCodes.class);

  public static final Endpoint<DisableTotp, Done> DISABLE_TOTP =
      new Endpoint<>("users.disable-totp", DisableTotp.class, Done.class);

  public static final Endpoint<GetLoginMethods, LoginMethods> LOGIN_METHODS =
      new Endpoint<>("users.login-methods", GetLoginMethods.class, LoginMethods.class);

  /** Fails with {@code NOT_FOUND} where no issuer is set up. */
  public static final Endpoint<BeginOpenId, OpenIdStart> BEGIN_OPEN_ID =
      new Endpoint<>(
          "users.begin-open-id", BeginOpenId.class, OpenIdStart.class, Duration.ofSeconds(20));

  public static final Endpoint<FinishOpenId, OpenIdReturn> FINISH_OPEN_ID =
      new Endpoint<>(
          "users.finish-open-id", FinishOpenId.class, OpenIdReturn.class, Duration.ofSeconds(20));

  public static final Endpoint<DeleteAccount, Done> DELETE_ACCOUNT =
      new Endpoint<>("users.delete-account", DeleteAccount.class, Done.class);

  public static final Endpoint<ExportAccount, AccountExport> EXPORT_ACCOUNT =
      new Endpoint<>("users.export-account", ExportAccount.class, AccountExport.class);

  /**
   * What is behind {@link #ACCOUNT_DELETED}, for services that were away. Asked by services only.
   */
  public static final Endpoint<ListDepartures, DepartureList> DEPARTURES =
      new Endpoint<>("users.departures", ListDepartures.class, DepartureList.class);

  public static final Topic<AccountDeleted> ACCOUNT_DELETED =
      new Topic<>("users.account-deleted", AccountDeleted.class);

  public static final Topic<CredentialsChanged> CREDENTIALS_CHANGED =
      new Topic<>("users.credentials-changed", CredentialsChanged.class);

  private AccountMessages() {}

  static void catalogue(MessageCatalogue.Builder types) {
    types.add("users.Done.v1", Done.class);
    types.add("users.Login.v1", Login.class);
    types.add("users.Profile.v1", Profile.class);
    types.add("users.SessionList.v1", SessionList.class);
    types.add("users.CredentialsChanged.v1", CredentialsChanged.class);
    types.add("users.TotpEnrolment.v1", TotpEnrolment.class);
    types.add("users.RecoveryCodes.v1", RecoveryCodes.class);
    types.add(BEGIN_TOTP, "users.BeginTotp.v1");
    types.add(CONFIRM_TOTP, "users.ConfirmTotp.v1");
    types.add(DISABLE_TOTP, "users.DisableTotp.v1");
    types.add("users.LoginMethods.v1", LoginMethods.class);
    types.add("users.OpenIdStart.v1", OpenIdStart.class);
    types.add("users.OpenIdReturn.v1", OpenIdReturn.class);
    types.add("users.AccountDeleted.v1", AccountDeleted.class);
    types.add("users.AccountExport.v1", AccountExport.class);
    types.add("users.DepartureList.v1", DepartureList.class);
    types.add(DEPARTURES, "users.ListDepartures.v1");
    types.add(LOGIN_METHODS, "users.GetLoginMethods.v1");
    types.add(BEGIN_OPEN_ID, "users.BeginOpenId.v1");
    types.add(FINISH_OPEN_ID, "users.FinishOpenId.v1");
    types.add(DELETE_ACCOUNT, "users.DeleteAccount.v1");
    types.add(EXPORT_ACCOUNT, "users.ExportAccount.v1");
    types.add(REGISTER, "users.Register.v1");
    types.add(VERIFY_EMAIL, "users.VerifyEmail.v1");
    types.add(LOG_IN, "users.LogIn.v1");
    types.add(REFRESH, "users.RefreshLogin.v1");
    types.add(EXCHANGE, "users.ExchangeLogin.v1");
    types.add(END_SESSION, "users.EndSession.v1");
    types.add(END_ALL_SESSIONS, "users.EndAllSessions.v1");
    types.add(SESSIONS, "users.ListSessions.v1");
    types.add(CHANGE_EMAIL, "users.ChangeEmail.v1");
    types.add(CHANGE_PASSWORD, "users.ChangePassword.v1");
    types.add(REQUEST_RESET, "users.RequestReset.v1");
    types.add(SET_PASSWORD, "users.SetPassword.v1");
    types.add(PROFILE, "users.GetProfile.v1");
    types.add(EDIT_PROFILE, "users.EditProfile.v1");
  }
}
