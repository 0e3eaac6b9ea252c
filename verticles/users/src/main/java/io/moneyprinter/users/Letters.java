package io.moneyprinter.users;

import io.moneyprinter.platform.mail.Mail;
import java.time.Duration;

/** What letters say. */
final class Letters {
  /** Subject of {@link #reset}. */
  static final String RESET = "Set a new password";

  /** Subject of {@link #invite}. */
  static final String INVITE = "You are invited";

  private final String publicUrl;

  /**
   * @param publicUrl of the page, without a slash at its end
   */
  Letters(String publicUrl) {
    this.publicUrl = publicUrl;
  }

  /** A link to the page; the secret stands behind the hash sign, so that no server logs it. */
  String link(OneTimeTokens.Purpose purpose, Secret secret) {
    String what =
        switch (purpose) {
          case VERIFY, EMAIL -> "verify";
          case RESET -> "reset";
          case INVITE -> "invite";
          case SETUP -> "setup";
          case LOGIN -> "login";
        };
    return publicUrl + "/account#" + what + "=" + secret.text();
  }

  Mail verify(String email, Secret secret) {
    return letter(
        email,
        "Confirm your e-mail address",
        "Somebody, most likely you, made an account at "
            + publicUrl
            + " with this address and chose a password.\nWhoever chose it can log in as soon as you"
            + " open this link, so open it only if it was you, just now:",
        OneTimeTokens.Purpose.VERIFY,
        secret);
  }

  Mail reset(String email, Secret secret) {
    return letter(
        email,
        RESET,
        "Somebody, most likely you, has forgotten the password of the account at "
            + publicUrl
            + ".\nTo set a new one, open:",
        OneTimeTokens.Purpose.RESET,
        secret);
  }

  Mail invite(String email, Secret secret) {
    return letter(
        email,
        INVITE,
        "You are invited to make videos at " + publicUrl + ".\nTo choose a password, open:",
        OneTimeTokens.Purpose.INVITE,
        secret);
  }

  Mail changeEmail(String email, Secret secret) {
    return letter(
        email,
        "Confirm your new e-mail address",
        "Somebody, most likely you, wants to log in at "
            + publicUrl
            + " with this address from now on.\nTo confirm it, open:",
        OneTimeTokens.Purpose.EMAIL,
        secret);
  }

  Mail emailChanged(String before, String email) {
    return new Mail(
        before,
        "Your e-mail address was changed",
        "Your account at "
            + publicUrl
            + " has the address "
            + email
            + " now.\nIf it was not you, tell whoever runs it at once.\n");
  }

  Mail alreadyThere(String email) {
    return new Mail(
        email,
        "You have an account already",
        "Somebody, most likely you, tried to make an account at "
            + publicUrl
            + " with this address.\nThere is one already. To log in, or to set a new password,"
            + " open:\n\n"
            + publicUrl
            + "/account\n\nIf it was not you, nothing has to be done.\n");
  }

  Mail codesGuessed(String email) {
    return new Mail(
        email,
        "Somebody tries one-time codes",
        "Somebody logged in to your account at "
            + publicUrl
            + " with the right password and several wrong one-time codes.\nIf it was not you, set a"
            + " new password now:\n\n"
            + publicUrl
            + "/account#forgotten\n");
  }

  Mail passwordChanged(String email) {
    return new Mail(
        email,
        "Your password was changed",
        "The password of your account at "
            + publicUrl
            + " was changed.\nIf it was not you, set a new one now:\n\n"
            + publicUrl
            + "/account#forgotten\n");
  }

  private Mail letter(
      String email, String subject, String text, OneTimeTokens.Purpose purpose, Secret secret) {
    return new Mail(
        email,
        subject,
        "%s\n\n%s\n\nThe link works once, for %s. If it was not you, nothing has to be done.\n"
            .formatted(text, link(purpose, secret), words(purpose.lifetime())));
  }

  private static String words(Duration lifetime) {
    return lifetime.toDays() > 1
        ? lifetime.toDays() + " days"
        : lifetime.toHours() == 1 ? "one hour" : lifetime.toHours() + " hours";
  }
}
