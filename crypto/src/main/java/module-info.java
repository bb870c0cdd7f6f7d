/** Envelope encryption with keys that can be destroyed. */
@org.jspecify.annotations.NullMarked
module eu.sotto.crypto {
  requires static transitive org.jspecify;
  requires org.bouncycastle.provider;
  requires com.github.benmanes.caffeine;

  exports eu.sotto.crypto;
}
