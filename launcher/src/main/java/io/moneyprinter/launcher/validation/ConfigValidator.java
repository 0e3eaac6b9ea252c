package io.moneyprinter.launcher.validation;

import io.moneyprinter.gateway.GatewayConfig;
import io.moneyprinter.gateway.auth.AuthMode;
import io.moneyprinter.launcher.settings.ClusterConfig;
import io.moneyprinter.launcher.settings.EngineMode;
import io.moneyprinter.launcher.settings.NodeConfig;
import io.moneyprinter.platform.mail.SmtpConfig;
import io.moneyprinter.platform.settings.ConfigTree;
import io.moneyprinter.users.UsersConfig;
import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks a whole configuration over as production needs it, and finds everything at once. */
public final class ConfigValidator {
  private final NodeConfig config;
  private final List<Finding> findings = new ArrayList<>();

  private ConfigValidator(NodeConfig config) {
    this.config = config;
  }

  /**
   * All that would have to be mended.
   *
   * @param tree what was written
   * @param secrets the values of the secrets among the settings
   */
  public static List<Finding> findings(
      NodeConfig config, ConfigTree tree, List<SecretCheck.Held> secrets) {
    ConfigValidator validator = new ConfigValidator(config);
    validator.engines();
    validator.cluster();
    validator.auditor();
    validator.door();
    validator.origins();
    validator.people();
    validator.vault();
    validator.findings.addAll(new SecretCheck(config, tree).findings(secrets));
    return List.copyOf(validator.findings);
  }

  private void find(String setting, String problem, String remedy) {
    findings.add(new Finding(setting, problem, remedy));
  }

  private void engines() {
    if (config.database().mode() == EngineMode.EMBEDDED) {
      find(
          "database.mode",
          "the embedded PostgreSQL keeps its password in the data folder and is not backed up",
          "set database.mode=external and database.host, .user and .password of a server");
    }
    if (config.redis().mode() == EngineMode.EMBEDDED) {
      find(
          "redis.mode",
          "the embedded Redis keeps its password in the data folder and is no other node's",
          "set redis.mode=external and redis.uri of a server");
    }
  }

  /** Nobody talks to other nodes in the clear, nor to everybody. */
  private void cluster() {
    ClusterConfig cluster = config.cluster();
    if (!cluster.enabled()) {
      return;
    }
    if (!cluster.tls().enabled()) {
      find(
          "cluster.tls",
          "in production nodes talk over mutual TLS only",
          "make certificates by 'moneyprinter certificates --out certificates --hosts <all nodes>'"
              + " and set cluster.tls.certificate, .key and .authority, or set"
              + " cluster.enabled=false for a single node");
    }
    if (cluster.secret().isEmpty()) {
      find(
          "cluster.secret",
          "in production only nodes that know a secret join",
          "'moneyprinter certificates' makes one, set it by env:NAME, file:/path or secret://…");
    }
  }

  private void auditor() {
    if (config.cluster().enabled() && config.security().audit().key().isEmpty()) {
      find(
          "security.audit.key",
          "each node would mark the audit log with a key of its own that the others do not know",
          "set the same random one on every node, by env:NAME, file:/path or secret://…");
    }
  }

  private void door() {
    GatewayConfig gateway = config.gateway();
    boolean open = !loopback(gateway.http().host());
    boolean proxied = !gateway.http().trustedProxies().isEmpty();
    if (open && !proxied) {
      find(
          "gateway.http.host",
          "plain HTTP is served beyond this machine, so keys and tokens can be read on the way",
          "put a proxy that ends TLS in front and name it in gateway.http.trusted-proxies, or set"
              + " gateway.http.host=127.0.0.1");
    }
    if ((open || proxied) && gateway.auth() == AuthMode.LOCAL) {
      find(
          "gateway.auth",
          "callers need no credential where they seem to come from this machine",
          "set gateway.auth=required");
    }
  }

  private void origins() {
    for (String origin : config.gateway().origins()) {
      if (origin.contains("*")) {
        find(
            "gateway.origins",
            "'" + origin + "' would let the page of anybody use a visitor's credentials",
            "name each origin in full, such as https://studio.example.org");
      } else if (plain(origin)) {
        find(
            "gateway.origins",
            "'" + origin + "' is a page over plain HTTP, which anybody on the way can change",
            "serve it over https://");
      }
    }
  }

  /** Links in letters open accounts: nobody on the way, and no reader of logs, may see them. */
  private void people() {
    UsersConfig users = config.users();
    if (plain(users.publicUrl())) {
      find(
          "users.public-url",
          "links of letters and logins lead over plain HTTP, where they can be read on the way",
          "set the address that begins with https://");
    }
    users
        .openId()
        .issuer()
        .filter(ConfigValidator::plain)
        .ifPresent(
            issuer ->
                find(
                    "users.open-id.issuer",
                    "what the issuer says comes over plain HTTP, where anybody can change it",
                    "set an issuer whose address begins with https://"));
    Optional<String> mail = users.smtp().host();
    if (mail.isEmpty() && users.registration() == UsersConfig.RegistrationMode.OPEN) {
      find(
          "users.smtp.host",
          "whoever reads the log can open every account, as letters with their links go there",
          "set a mail server, or users.registration=invited");
    }
    if (mail.filter(host -> !loopback(host)).isPresent()
        && users.smtp().security() == SmtpConfig.Security.NONE) {
      find(
          "users.smtp.security",
          "letters with links that open accounts, and the password, go to the server in the clear",
          "set users.smtp.security=starttls or tls");
    }
  }

  private void vault() {
    config
        .security()
        .vault()
        .address()
        .filter(ConfigValidator::plain)
        .ifPresent(
            address ->
                find(
                    "security.vault.address",
                    "our token, and all secrets, go over plain HTTP, where they can be read on the way",
                    "set the address that begins with https://"));
  }

  private static boolean plain(String url) {
    return url.startsWith("http://") && !loopback(hostOf(url));
  }

  private static String hostOf(String origin) {
    try {
      String host = URI.create(origin).getHost();
      return host == null ? "" : host;
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  /** Whether an address is this machine's own; nothing is looked up. */
  static boolean loopback(String host) {
    String bare = host.replaceAll("^\\[|]$", "");
    InetAddress address = NetUtil.createInetAddressFromIpAddressString(bare);
    return bare.equals("localhost") || address != null && address.isLoopbackAddress();
  }
}
