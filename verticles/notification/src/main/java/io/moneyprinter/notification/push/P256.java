package io.moneyprinter.notification.push;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.EllipticCurve;
import java.util.Arrays;

/**
 * The curve P-256 (FIPS 186-4, D.1.2.3), and its points as bytes: 4, x, y (SEC 1, 2.3.3). Safe to
 * use from any thread.
 */
final class P256 {
  /** Of a point. */
  static final int POINT_BYTES = 65;

  private static final int COORDINATE_BYTES = 32;
  private static final byte UNCOMPRESSED = 4;
  private static final String CURVE = "secp256r1";

  private P256() {}

  static KeyPair fresh(SecureRandom random) throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec(CURVE), random);
    return generator.generateKeyPair();
  }

  static byte[] bytes(ECPublicKey key) {
    byte[] point = new byte[POINT_BYTES];
    point[0] = UNCOMPRESSED;
    put(key.getW().getAffineX(), point, 1);
    put(key.getW().getAffineY(), point, 1 + COORDINATE_BYTES);
    return point;
  }

  private static void put(BigInteger number, byte[] into, int at) {
    byte[] bytes = number.toByteArray();
    int sign = Math.max(0, bytes.length - COORDINATE_BYTES);
    int length = bytes.length - sign;
    System.arraycopy(bytes, sign, into, at + COORDINATE_BYTES - length, length);
  }

  /** {@code IllegalArgumentException} for what is no point of the curve. */
  static ECPublicKey publicKey(byte[] point) {
    try {
      if (point.length != POINT_BYTES || point[0] != UNCOMPRESSED) {
        throw new IllegalArgumentException("A key of P-256 has 65 bytes and begins with 4");
      }
      BigInteger x = new BigInteger(1, Arrays.copyOfRange(point, 1, 1 + COORDINATE_BYTES));
      BigInteger y =
          new BigInteger(1, Arrays.copyOfRange(point, 1 + COORDINATE_BYTES, POINT_BYTES));
      ECParameterSpec curve = curve();
      if (!within(curve.getCurve(), x, y)) {
        throw new IllegalArgumentException("The key is no point of P-256");
      }
      return (ECPublicKey)
          KeyFactory.getInstance("EC")
              .generatePublic(new ECPublicKeySpec(new ECPoint(x, y), curve));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has P-256", e);
    }
  }

  /** A point elsewhere would tell whoever sent it something of our key. */
  private static boolean within(EllipticCurve curve, BigInteger x, BigInteger y) {
    BigInteger p = ((ECFieldFp) curve.getField()).getP();
    BigInteger right = x.pow(3).add(curve.getA().multiply(x)).add(curve.getB()).mod(p);
    return x.compareTo(p) < 0 && y.compareTo(p) < 0 && y.pow(2).mod(p).equals(right);
  }

  static ECParameterSpec curve() throws GeneralSecurityException {
    AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
    parameters.init(new ECGenParameterSpec(CURVE));
    return parameters.getParameterSpec(ECParameterSpec.class);
  }
}
