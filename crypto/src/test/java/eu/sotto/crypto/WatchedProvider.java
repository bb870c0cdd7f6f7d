package eu.sotto.crypto;

import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.InvalidKeyException;
import java.security.Key;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.spec.AlgorithmParameterSpec;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.BadPaddingException;
import javax.crypto.Cipher;
import javax.crypto.CipherSpi;
import javax.crypto.IllegalBlockSizeException;
import javax.crypto.Mac;
import javax.crypto.MacSpi;
import javax.crypto.ShortBufferException;
import org.jspecify.annotations.Nullable;

/** The platform's ciphers and MACs, which note every key of 32 bytes that they are given. */
final class WatchedProvider extends Provider {
  private static final long serialVersionUID = 1L;

  /** The keys with every bit inverted, so that they are not found themselves. */
  static final List<byte[]> SEEN = new CopyOnWriteArrayList<>();

  WatchedProvider() {
    super("Watched", "1", "notes keys");
    put("Cipher.AES/GCM/NoPadding", Gcm.class.getName());
    put("Cipher.AES/KWP/NoPadding", Kwp.class.getName());
    put("Mac.HmacSHA256", Hmac256.class.getName());
    put("Mac.HmacSHA512", Hmac512.class.getName());
  }

  private static void note(Key key) {
    byte[] content = key.getEncoded();
    if (content.length == Primitives.KEY) {
      byte[] inverted = new byte[content.length];
      for (int i = 0; i < content.length; i++) {
        inverted[i] = (byte) ~content[i];
      }
      SEEN.add(inverted);
    }
    Arrays.fill(content, (byte) 0);
  }

  public static final class Gcm extends Watched {
    public Gcm() throws GeneralSecurityException {
      super("AES/GCM/NoPadding");
    }
  }

  public static final class Kwp extends Watched {
    public Kwp() throws GeneralSecurityException {
      super("AES/KWP/NoPadding");
    }
  }

  public static final class Hmac256 extends WatchedMac {
    public Hmac256() throws GeneralSecurityException {
      super("HmacSHA256");
    }
  }

  public static final class Hmac512 extends WatchedMac {
    public Hmac512() throws GeneralSecurityException {
      super("HmacSHA512");
    }
  }

  private abstract static class WatchedMac extends MacSpi {
    private final Mac mac;

    WatchedMac(String name) throws GeneralSecurityException {
      mac = Mac.getInstance(name, "SunJCE");
    }

    @Override
    protected int engineGetMacLength() {
      return mac.getMacLength();
    }

    @Override
    protected void engineInit(Key key, @Nullable AlgorithmParameterSpec params)
        throws InvalidKeyException {
      note(key);
      mac.init(key);
    }

    @Override
    protected void engineUpdate(byte input) {
      mac.update(input);
    }

    @Override
    protected void engineUpdate(byte[] input, int offset, int length) {
      mac.update(input, offset, length);
    }

    @Override
    protected byte[] engineDoFinal() {
      return mac.doFinal();
    }

    @Override
    protected void engineReset() {
      mac.reset();
    }
  }

  private abstract static class Watched extends CipherSpi {
    private final Cipher cipher;

    Watched(String name) throws GeneralSecurityException {
      cipher = Cipher.getInstance(name, "SunJCE");
    }

    @Override
    protected void engineSetMode(String mode) throws NoSuchAlgorithmException {
      throw new NoSuchAlgorithmException(mode);
    }

    @Override
    protected void engineSetPadding(String padding) {
      throw new IllegalArgumentException(padding);
    }

    @Override
    protected int engineGetBlockSize() {
      return cipher.getBlockSize();
    }

    @Override
    protected int engineGetOutputSize(int length) {
      return cipher.getOutputSize(length);
    }

    @Override
    protected byte @Nullable [] engineGetIV() {
      return cipher.getIV();
    }

    @Override
    protected @Nullable AlgorithmParameters engineGetParameters() {
      return cipher.getParameters();
    }

    @Override
    protected void engineInit(int mode, Key key, SecureRandom random) throws InvalidKeyException {
      note(key);
      cipher.init(mode, key);
    }

    @Override
    protected void engineInit(int mode, Key key, AlgorithmParameterSpec params, SecureRandom random)
        throws InvalidKeyException, InvalidAlgorithmParameterException {
      note(key);
      cipher.init(mode, key, params);
    }

    @Override
    protected void engineInit(int mode, Key key, AlgorithmParameters params, SecureRandom random)
        throws InvalidKeyException, InvalidAlgorithmParameterException {
      note(key);
      cipher.init(mode, key, params);
    }

    @Override
    protected byte[] engineUpdate(byte[] input, int offset, int length) {
      return cipher.update(input, offset, length);
    }

    @Override
    protected int engineUpdate(byte[] input, int offset, int length, byte[] output, int at)
        throws ShortBufferException {
      return cipher.update(input, offset, length, output, at);
    }

    @Override
    protected byte[] engineDoFinal(byte[] input, int offset, int length)
        throws IllegalBlockSizeException, BadPaddingException {
      return cipher.doFinal(input, offset, length);
    }

    @Override
    protected int engineDoFinal(byte[] input, int offset, int length, byte[] output, int at)
        throws ShortBufferException, IllegalBlockSizeException, BadPaddingException {
      return cipher.doFinal(input, offset, length, output, at);
    }
  }
}
