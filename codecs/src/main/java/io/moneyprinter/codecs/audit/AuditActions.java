package io.moneyprinter.codecs.audit;

/**
 * Names of the actions that are audited, {@code thing.verb}. Others of the same form may be
 * recorded too; these are those that reports and alarms may count on.
 */
public final class AuditActions {
  public static final String LOGIN = "auth.login";
  public static final String LOGOUT = "auth.logout";
  public static final String TOKEN_ISSUE = "auth.token-issue";
  public static final String PASSWORD_CHANGE = "auth.password-change";
  public static final String EMAIL_CHANGE = "auth.email-change";
  public static final String MFA_CHANGE = "auth.mfa-change";
  public static final String SESSION_REVOKE = "session.revoke";
  public static final String KEY_CREATE = "key.create";
  public static final String KEY_REVOKE = "key.revoke";
  public static final String USER_CREATE = "user.create";
  public static final String USER_DELETE = "user.delete";
  public static final String USER_EXPORT = "user.export";
  public static final String ROLE_CHANGE = "role.change";
  public static final String CONFIG_CHANGE = "config.change";
  public static final String BUDGET_CHANGE = "budget.change";
  public static final String SECRET_ROTATE = "secret.rotate";
  public static final String HOLD_CHANGE = "hold.change";
  public static final String DATA_DELETE = "data.delete";
  public static final String NODE_DRAIN = "node.drain";
  public static final String NODE_INSTANCES = "node.instances";
  public static final String ADMIN_REQUEST = "admin.request";
  public static final String DEAD_LETTERS_REPLAY = "dead-letters.replay";
  public static final String DEAD_LETTERS_DROP = "dead-letters.drop";
  public static final String THREAT_DETECT = "threat.detect";
  public static final String THREAT_LIFT = "threat.lift";

  private AuditActions() {}
}
