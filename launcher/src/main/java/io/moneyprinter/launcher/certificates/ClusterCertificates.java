package io.moneyprinter.launcher.certificates;

import io.moneyprinter.platform.files.PrivateFile;
import io.moneyprinter.platform.node.DataFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/**
 * An authority for one cluster and the certificates of its nodes (X.509, ECDSA on P-256), as files:
 *
 * <pre>
 * authority/authority.p12, authority/password   to certify further nodes; keep it off the nodes
 * cluster-secret                                the same for all nodes
 * HOST/node.pem, node-key.pem, authority.pem    what the node HOST needs
 * </pre>
 *
 * An authority that is there is used again. Blocks.
 */
public final class ClusterCertificates {
  private static final String AUTHORITY = "authority";
  private static final String NODE = "node";
  private static final int SECRET_BYTES = 32;
  private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*");

  private final Path folder;
  private final Path authority;
  private final int days;
  private final SecureRandom random = new SecureRandom();

  /**
   * @param days how long the nodes' certificates are valid
   */
  public ClusterCertificates(Path folder, int days) {
    this.folder = folder;
    this.authority = folder.resolve(AUTHORITY);
    this.days = days;
  }

  /** The file of the cluster's secret. */
  public Path secret() {
    return folder.resolve("cluster-secret");
  }

  /** Makes what is missing of the authority and the secret, and a new certificate for each host. */
  public void make(List<String> hosts) throws IOException {
    Files.createDirectories(authority);
    Path password = authority.resolve("password");
    for (Path secret : List.of(password, secret())) {
      new PrivateFile(secret).writeIfAbsent(randomHex() + "\n");
    }
    Path store = authority.resolve("authority.p12");
    Keytool keytool = new Keytool(store, Files.readString(password).strip());
    if (!Files.exists(store)) {
      makeAuthority(keytool, store);
    }
    String trusted = keytool.run("", "-exportcert", "-alias", AUTHORITY, "-rfc");
    for (String host : hosts) {
      certify(keytool, host, trusted);
    }
  }

  /** The path length of 0 keeps a node from certifying others. */
  private void makeAuthority(Keytool keytool, Path store) throws IOException {
    generate(
        keytool,
        AUTHORITY,
        "CN=moneyprinter cluster authority",
        Integer.toString(Math.max(days, 3650)),
        "-ext",
        "bc:c=ca:true,pathlen:0",
        "-ext",
        "ku:c=keyCertSign,cRLSign");
    new PrivateFile(store).keepToOwner();
  }

  private void certify(Keytool signer, String host, String trusted) throws IOException {
    Path target = Files.createDirectories(folder.resolve(host.replace(':', '_')));
    Path scratch = Files.createTempDirectory(folder, ".making-");
    try {
      String password = randomHex();
      Path store = scratch.resolve("node.p12");
      Keytool own = new Keytool(store, password);
      generate(own, NODE, "CN=" + host, "1");
      String request = own.run("", "-certreq", "-alias", NODE);
      String certificate =
          signer.run(
              request,
              "-gencert",
              "-rfc",
              "-alias",
              AUTHORITY,
              "-validity",
              Integer.toString(days),
              "-ext",
              "san=" + (ADDRESS.matcher(host).matches() ? "ip:" : "dns:") + host,
              "-ext",
              "ku:c=digitalSignature",
              "-ext",
              "eku=serverAuth,clientAuth");
      new PrivateFile(target.resolve("node-key.pem")).write(key(store, password));
      Files.writeString(target.resolve("node.pem"), certificate);
      Files.writeString(target.resolve("authority.pem"), trusted);
    } finally {
      DataFolder.delete(scratch);
    }
  }

  private static void generate(
      Keytool keytool, String alias, String name, String days, String... more) throws IOException {
    String[] usual = {
      "-genkeypair",
      "-alias",
      alias,
      "-keyalg",
      "EC",
      "-groupname",
      "secp256r1",
      "-dname",
      name,
      "-validity",
      days
    };
    String[] line = new String[usual.length + more.length];
    System.arraycopy(usual, 0, line, 0, usual.length);
    System.arraycopy(more, 0, line, usual.length, more.length);
    keytool.run("", line);
  }

  private static String key(Path store, String password) throws IOException {
    try (InputStream in = Files.newInputStream(store)) {
      KeyStore keys = KeyStore.getInstance("PKCS12");
      keys.load(in, password.toCharArray());
      byte[] encoded = keys.getKey(NODE, password.toCharArray()).getEncoded();
      return "-----BEGIN PRIVATE KEY-----\n"
          + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded)
          + "\n-----END PRIVATE KEY-----\n";
    } catch (GeneralSecurityException e) {
      throw new IOException("The key that keytool made cannot be read", e);
    }
  }

  private String randomHex() {
    byte[] bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
