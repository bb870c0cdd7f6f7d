package eu.sotto.crypto;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * After an acked destruction nothing opens, before it everything does, and tombstones survive:
 * under random work, holds, closing buckets, faults at any write, power cuts with torn sectors,
 * restarts, rotation and cache expiry.
 */
class CrashPropertiesTest {
  @Property(tries = 60)
  void afterAnAckedDestructionNothingOpensAndBeforeItEverythingDoes(@ForAll Random random) {
    KeyLife.run(random, KeyLife.Parts.SOUND);
  }
}
