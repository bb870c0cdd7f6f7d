/** A pure retention policy engine. */
@org.jspecify.annotations.NullMarked
module eu.sotto.retention {
  requires static org.jspecify;
}
