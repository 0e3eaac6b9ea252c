package io.moneyprinter.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificatesCommandTest {
  @TempDir private Path out;

  @Test
  void itMakesWhatEveryNodeNeedsAndFurtherNodesLater() throws Exception {
    assertThat(make("10.0.0.1,render.internal")).isZero();

    X509Certificate authority = read("10.0.0.1/authority.pem");
    X509Certificate node = read("10.0.0.1/node.pem");
    node.verify(authority.getPublicKey());
    assertThat(names(node)).containsExactly("10.0.0.1");
    assertThat(names(read("render.internal/node.pem"))).containsExactly("render.internal");
    assertThat(node.getExtendedKeyUsage())
        .containsExactlyInAnyOrder("1.3.6.1.5.5.7.3.1", "1.3.6.1.5.5.7.3.2");
    assertThat(node.getBasicConstraints()).as("certifies nobody").isEqualTo(-1);
    String secret = Files.readString(out.resolve("cluster-secret"));
    assertThat(secret.strip()).hasSize(64);
    for (String file :
        List.of(
            "cluster-secret",
            "authority/password",
            "authority/authority.p12",
            "10.0.0.1/node-key.pem")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(out.resolve(file))))
          .as(file)
          .isEqualTo("rw-------");
    }

    assertThat(make("10.0.0.3")).isZero();

    read("10.0.0.3/node.pem").verify(authority.getPublicKey());
    assertThat(Files.readString(out.resolve("cluster-secret"))).isEqualTo(secret);
    assertThat(read("10.0.0.1/node.pem")).isEqualTo(node);
  }

  @Test
  void aHostThatIsNoneIsRefused() {
    assertThat(make("../elsewhere")).isEqualTo(64);
    assertThat(make("authority")).isEqualTo(64);
    assertThat(out).isEmptyDirectory();
  }

  private int make(String hosts) {
    return Main.commandLine().execute("certificates", "--out", "" + out, "--hosts", hosts);
  }

  private static List<Object> names(X509Certificate certificate) throws Exception {
    return certificate.getSubjectAlternativeNames().stream()
        .<Object>map(name -> name.get(1))
        .toList();
  }

  private X509Certificate read(String file) throws Exception {
    try (InputStream in = Files.newInputStream(out.resolve(file))) {
      return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
    }
  }
}
