package eu.sotto.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import eu.sotto.crypto.Bytes;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

class LeafProperties {
  @Property
  void whatIsHashedIsTheCanonicalFormWhateverTheKind(
      @ForAll @Size(16) byte[] id,
      @ForAll @Size(32) byte[] commitment,
      @ForAll @StringLength(max = 20) String kind,
      @ForAll @IntRange(min = 1, max = 99) int version) {
    for (String label : new String[] {kind, "said/" + version, kind + "/" + version}) {
      if (label.chars().noneMatch(c -> Character.isSurrogate((char) c))) {
        Leaf leaf = new Leaf(Bytes.of(id), label, Bytes.of(commitment));
        assertThat(leaf.data()).isEqualTo(leaf.canonical());
      }
    }
  }
}
