package eu.sotto.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TreeTest {
  /** The definition, word for word, as an oracle. */
  private static byte[] definition(List<byte[]> leaves) {
    int n = leaves.size();
    if (n <= 1) {
      return n == 0 ? Merkle.emptyRoot() : leaves.get(0);
    }
    int k = Integer.highestOneBit(n - 1);
    return Merkle.node(definition(leaves.subList(0, k)), definition(leaves.subList(k, n)));
  }

  private static List<byte[]> leaves(int count) {
    List<byte[]> leaves = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      leaves.add(Merkle.leaf(ByteBuffer.allocate(4).putInt(i).array()));
    }
    return leaves;
  }

  private static Tree tree(List<byte[]> leaves) {
    Frontier frontier = new Frontier();
    List<byte[]> rows = leaves.stream().map(frontier::append).toList();
    return new Tree(places -> places.stream().map(place -> hash(rows, place)).toList());
  }

  private static byte[] hash(List<byte[]> rows, Tree.Place place) {
    int from = place.level() * Merkle.HASH_LENGTH;
    return Arrays.copyOfRange(rows.get((int) place.leaf()), from, from + Merkle.HASH_LENGTH);
  }

  @Test
  void theEmptyTreeHasTheHashOfNothing() {
    assertThat(new Frontier().root()).isEqualTo(definition(List.of()));
    assertThat(tree(List.of()).root(0)).isEqualTo(definition(List.of()));
  }

  @Property(tries = 200)
  void rootsProofsAndFrontiersAgreeWithTheDefinition(
      @ForAll @IntRange(min = 1, max = 130) int size, @ForAll @IntRange(max = 1000) int pick) {
    List<byte[]> leaves = leaves(size);
    Tree tree = tree(leaves);
    byte[] root = definition(leaves);
    assertThat(Merkle.root(leaves)).isEqualTo(root);
    assertThat(tree.root(size)).isEqualTo(root);
    assertThat(tree.frontier(size).root()).isEqualTo(root);

    int index = pick % size;
    byte[] leaf = leaves.get(index);
    List<byte[]> inclusion = tree.inclusion(index, size);
    assertThat(Merkle.includes(index, size, leaf, inclusion, root)).isTrue();
    assertThat(Merkle.includes(index + 1, size, leaf, inclusion, root)).isFalse();
    assertThat(tree.leaf(index)).isEqualTo(leaf);

    int from = index + 1;
    byte[] earlier = definition(leaves.subList(0, from));
    List<byte[]> consistency = tree.consistency(from, size);
    assertThat(Merkle.extendsTree(from, size, earlier, root, consistency)).isTrue();
    assertThat(Merkle.extendsTree(from, size, leaf, root, consistency)).isEqualTo(from == 1);
  }

  @Property(tries = 200)
  void aChangedProofIsRefused(
      @ForAll @IntRange(min = 2, max = 130) int size, @ForAll @IntRange(max = 100_000) int pick) {
    List<byte[]> leaves = leaves(size);
    Tree tree = tree(leaves);
    int index = pick % size;
    List<byte[]> proof = new ArrayList<>(tree.inclusion(index, size));
    byte[] changed = proof.get(pick % proof.size()).clone();
    changed[pick % changed.length] ^= (byte) (1 << (pick % 8));
    proof.set(pick % proof.size(), changed);
    assertThat(Merkle.includes(index, size, leaves.get(index), proof, definition(leaves)))
        .isFalse();
  }

  @Property(tries = 50)
  void aRestoredFrontierGrowsLikeTheOriginal(
      @ForAll @IntRange(max = 100) int before, @ForAll @IntRange(max = 100) int after) {
    List<byte[]> leaves = leaves(before + after);
    Frontier restored = tree(leaves.subList(0, before)).frontier(before).copy();
    leaves.subList(before, leaves.size()).forEach(restored::append);
    assertThat(restored.root()).isEqualTo(definition(leaves));
    assertThat(restored.size()).isEqualTo(leaves.size());
  }
}
