package io.moneyprinter.users;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.Optional;

/** The table of those who asked for an account and have not yet confirmed their address. */
final class RegistrationStore {
  /** What was typed; the password only as its hash. */
  record Wish(String email, String name, String passwordHash) {
    /** Never shows the hash. */
    @Override
    public String toString() {
      return "Wish[]";
    }
  }

  private RegistrationStore() {}

  /** Keeps a wish until its link is opened or has run out. */
  static Future<?> insert(SqlClient transaction, Secret link, Wish wish) {
    return transaction
        .preparedQuery(
            """
            INSERT INTO registrations (hash, email, name, password_hash, expires_at)
            VALUES ($1, $2, $3, $4, now() + make_interval(secs => $5))""")
        .execute(
            Tuple.of(
                Buffer.buffer(link.hash()),
                wish.email(),
                wish.name(),
                wish.passwordHash(),
                (double) OneTimeTokens.Purpose.VERIFY.lifetime().toSeconds()));
  }

  /** Takes the wish of a link out; of two at the same time, one gets it. */
  static Future<Optional<Wish>> take(SqlClient transaction, String link) {
    return transaction
        .preparedQuery(
            """
            DELETE FROM registrations WHERE hash = $1 AND expires_at > now()
            RETURNING email, name, password_hash""")
        .execute(Tuple.of(Buffer.buffer(new Secret(link).hash())))
        .map(
            rows -> {
              if (rows.size() == 0) {
                return Optional.empty();
              }
              Row row = rows.iterator().next();
              return Optional.of(
                  new Wish(
                      row.getString("email"),
                      row.getString("name"),
                      row.getString("password_hash")));
            });
  }

  /** Forgets all wishes for an address. */
  static Future<?> forget(SqlClient transaction, String email) {
    return transaction
        .preparedQuery("DELETE FROM registrations WHERE email = $1")
        .execute(Tuple.of(email));
  }
}
