package io.moneyprinter.users.oidc;

import io.moneyprinter.codecs.users.Role;
import io.moneyprinter.platform.settings.Setting;
import java.util.List;
import java.util.Optional;

/** The issuer at which people may log in (OpenID Connect Core 1.0). */
public record OpenIdConfig(
    @Setting(
            doc =
                "Issuer at which people may log in (OpenID Connect), such as"
                    + " https://accounts.example.org; absent for none.")
        Optional<String> issuer,
    @Setting(doc = "Our name at the issuer.", value = "moneyprinter") String clientId,
    @Setting(doc = "Our password at the issuer.", secret = true) Optional<String> clientSecret,
    @Setting(doc = "What is asked of the issuer.", value = "openid,email,profile")
        List<String> scopes,
    @Setting(
            doc =
                "Whether somebody whom the issuer knows gets an account; otherwise only those whom"
                    + " an admin invited come in.",
            value = "false")
        boolean create,
    @Setting(doc = "Tenant of accounts that are made so.", value = "local") String tenant,
    @Setting(doc = "Role of accounts that are made so.", value = "viewer") Role role) {
  public OpenIdConfig {
    if (issuer.isPresent() && clientSecret.isEmpty()) {
      throw new IllegalArgumentException("issuer needs client-secret as well");
    }
    if (!scopes.contains("openid")) {
      throw new IllegalArgumentException("scopes must contain openid");
    }
    if (role == Role.SERVICE) {
      throw new IllegalArgumentException("role must be one of people: viewer, creator, admin");
    }
  }
}
