package eu.sotto.crypto;

import java.util.Arrays;
import javax.crypto.SecretKey;

/**
 * Hands key bytes to the JCA without a copy that cannot be zeroed ({@code SecretKeySpec} keeps one
 * for good).
 */
final class RawKey implements SecretKey {
  private static final long serialVersionUID = 1L;

  private final transient byte[] content;
  private final String algorithm;

  RawKey(byte[] content, String algorithm) {
    this.content = content;
    this.algorithm = algorithm;
  }

  @Override
  public String getAlgorithm() {
    return algorithm;
  }

  @Override
  public String getFormat() {
    return "RAW";
  }

  @Override
  public byte[] getEncoded() {
    return content.clone();
  }

  @Override
  public void destroy() {
    Arrays.fill(content, (byte) 0);
  }
}
