package heddle.hooks;

import java.security.SecureRandom;
import java.security.SecureRandomSpi;
import java.util.Random;
import java.util.UUID;

/**
 * What the program gets for {@code new SecureRandom()}: numbers that the schedule determines. Not
 * secure.
 */
public final class SeededSecureRandom extends SecureRandom {
  private static final long serialVersionUID = 1L;

  /** Creates a generator that is seeded by the engine. */
  public SeededSecureRandom() {
    super(new Generator(JdkHooks.seed(1)), null);
  }

  /** Creates a generator that is seeded by the engine; {@code seed} adds nothing to it. */
  public SeededSecureRandom(byte[] seed) {
    this();
  }

  /** Returns a version 4 identifier (RFC 9562, section 5.4) that the schedule determines. */
  static UUID uuid(Controller engine) {
    long high = (engine.seed() & ~0xF000L) | 0x4000L;
    long low = (engine.seed() & ~(3L << 62)) | (2L << 62);
    return new UUID(high, low);
  }

  private static final class Generator extends SecureRandomSpi {
    private static final long serialVersionUID = 1L;
    private final Random random;

    Generator(long seed) {
      random = new Random(seed);
    }

    @Override
    protected void engineSetSeed(byte[] seed) {
      // Adds to the seed of a real generator; here the schedule alone determines the numbers.
    }

    @Override
    protected void engineNextBytes(byte[] bytes) {
      random.nextBytes(bytes);
    }

    @Override
    protected byte[] engineGenerateSeed(int bytes) {
      byte[] seed = new byte[bytes];
      random.nextBytes(seed);
      return seed;
    }
  }
}
