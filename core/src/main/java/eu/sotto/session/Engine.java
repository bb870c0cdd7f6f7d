package eu.sotto.session;

import eu.sotto.consent.ConsentTerms;
import eu.sotto.crypto.CryptoException;
import eu.sotto.crypto.Destruction;
import eu.sotto.crypto.KeyId;
import eu.sotto.crypto.KeyKind;
import eu.sotto.permit.granted.Ending;
import eu.sotto.purpose.PurposeRules;
import eu.sotto.records.Records;
import eu.sotto.redaction.RedactionPolicy;
import eu.sotto.redaction.Redactor;
import eu.sotto.redaction.Transcript;
import eu.sotto.register.Purpose;
import eu.sotto.register.Register;
import eu.sotto.store.StoreException;
import eu.sotto.store.StoreException.Fault;
import eu.sotto.vocabulary.PrivacyException;
import eu.sotto.vocabulary.PurposeId;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What all sessions of one open store share. It runs one daemon thread, {@code sotto-expiry}, which
 * ends expired permits and tries again what is owed to the ledger. Thread-safe.
 */
public final class Engine implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger("eu.sotto.session");
  private static final long TICK_MILLIS = 1_000;
  private static final long TAKE_OVER_MILLIS = 3_000;

  private final Register register;
  private final InstantSource clock;
  private final Stores stores;
  private final Journal journal;
  private final PurposeRules rules;
  private final Redactor redactor = Redactor.of(RedactionPolicy.full());
  private final LiveGrants grants = new LiveGrants();
  private final Owed owed = new Owed();
  private final Sessions sessions = new Sessions(this);
  private final OwnRecords ownRecords = new OwnRecords(this);
  private final ConsentQuestions questions = new ConsentQuestions(this);
  private final Standings standings = new Standings(this);
  private final LegalHolds legalHolds = new LegalHolds(this);
  private final Contacts contacts;
  private final Finder finder;
  private final Set<String> erasing = ConcurrentHashMap.newKeySet();
  private final Map<Class<?>, Object> remembered = new ConcurrentHashMap<>();
  private final SecureRandom random = new SecureRandom();
  private final ScheduledExecutorService timer;

  private Engine(Settings settings, Stores stores) {
    this.register = settings.register();
    this.rules = PurposeRules.of(register);
    this.clock = settings.clock();
    this.stores = stores;
    this.journal = new Journal(stores.ledger(), settings.deadline());
    stores.shield(standings);
    this.contacts = new Contacts(this, stores.records().doNotContact(stores.tokens()));
    this.finder = new Finder(this, stores.records().blindIndex(stores.tokens()));
    this.timer =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "sotto-expiry");
              thread.setDaemon(true);
              return thread;
            });
  }

  static Engine start(Settings settings, Stores stores) {
    Engine engine = new Engine(settings, stores);
    engine.listen();
    var unused =
        engine.timer.scheduleWithFixedDelay(
            engine::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    return engine;
  }

  /** First the place from which is heard, then what was under way before it. */
  private void listen() {
    if (nodes().shared()) {
      Hearing hearing = new Hearing(this);
      nodes().listen(journal.ledger(), hearing);
      hearing.underWay(records().openErasures().list());
    }
  }

  private void tick() {
    try {
      grants.endExpired();
      if (!nodes().fresh()) {
        forgetKeys();
      }
      if (journal.settle(Budget.of(journal.deadline()))) {
        owed.settle();
      }
    } catch (PrivacyException | IllegalStateException e) {
      LOG.log(System.Logger.Level.WARNING, "A retry failed: {0}", e.getClass().getName());
    }
  }

  /**
   * The register in force.
   *
   * @return the register
   */
  public Register register() {
    return register;
  }

  /**
   * The time.
   *
   * @return the clock
   */
  public InstantSource clock() {
    return clock;
  }

  /**
   * The day in the register's zone.
   *
   * @return today
   */
  public LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), register().zone());
  }

  /**
   * Destroys keys for good and clears what the key store's file still held of them.
   *
   * @param keys which
   * @return what was done
   * @throws StoreException if a store has not let go of them yet; destroying again goes on
   */
  public Destruction destroy(Collection<KeyId> keys) {
    try {
      Destruction destruction = stores.vault().destroy(keys);
      if (!destruction.isComplete()) {
        throw new StoreException(Fault.UNAVAILABLE, "the key store", null);
      }
      scrubKeys();
      return destruction;
    } catch (CryptoException e) {
      throw KeyFolder.fault(e);
    }
  }

  /**
   * Clears what the key store's file still holds of keys and slots that were destroyed.
   *
   * @throws StoreException if it still does
   */
  public void scrubKeys() {
    try {
      if (!stores.scrubKeys()) {
        throw new StoreException(Fault.UNAVAILABLE, "the key store", null);
      }
    } catch (CryptoException e) {
      throw KeyFolder.fault(e);
    }
  }

  /**
   * Carries out an erasure on this node, which needs the keys until it destroys them.
   *
   * @param order the erasure's random id
   * @param keys what it is going to destroy
   * @param work what is done
   * @param <T> the result's type
   * @return the work's result
   */
  public <T> T erasing(String order, Collection<KeyId> keys, Supplier<T> work) {
    erasing.add(order);
    try {
      forgetKeys(keys);
      return work.get();
    } finally {
      erasing.remove(order);
    }
  }

  /** Refuses keys that another node is about to destroy. */
  void refuseKeys(String order, Collection<KeyId> keys) {
    if (!erasing.contains(order)) {
      stores.vault().refuse(keys);
    }
  }

  /** Lets the store tell again what became of keys that were refused. */
  void forgetKeys(Collection<KeyId> keys) {
    stores.vault().forget(keys);
  }

  /** Drops every unwrapped key, so that the next use of each asks the store. */
  void forgetKeys() {
    try {
      stores.vault().forgetAll();
    } catch (CryptoException e) {
      throw KeyFolder.fault(e);
    }
  }

  /**
   * What a key is for; known of destroyed keys too.
   *
   * @param key the key
   * @return empty if the vault has never held it
   */
  public Optional<KeyKind> kind(KeyId key) {
    return stores.vault().kind(key);
  }

  /**
   * The other nodes.
   *
   * @return the nodes
   */
  public Nodes nodes() {
    return stores.nodes();
  }

  /**
   * Does something now and then while the store is open, where other nodes share it.
   *
   * @param task short; what fails is tried again
   */
  public void nowAndThen(Runnable task) {
    if (nodes().shared()) {
      var unused =
          timer.scheduleWithFixedDelay(
              () -> quietly(task), TAKE_OVER_MILLIS, TAKE_OVER_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  private static void quietly(Runnable task) {
    try {
      task.run();
    } catch (PrivacyException | IllegalStateException e) {
      LOG.log(System.Logger.Level.WARNING, "A task failed: {0}", e.getClass().getName());
    }
  }

  /**
   * What is kept.
   *
   * @return the records
   */
  public Records records() {
    return stores.records();
  }

  /**
   * The way into the ledger.
   *
   * @return the journal
   */
  public Journal journal() {
    return journal;
  }

  /**
   * The calls on this node.
   *
   * @return the sessions
   */
  public Sessions sessions() {
    return sessions;
  }

  /**
   * Questions about consents.
   *
   * @return the questions
   */
  public ConsentQuestions questions() {
    return questions;
  }

  /**
   * What stands of objections, restrictions and open requests.
   *
   * @return the standings
   */
  public Standings standings() {
    return standings;
  }

  /**
   * Orders to preserve data.
   *
   * @return the holds
   */
  public LegalHolds legalHolds() {
    return legalHolds;
  }

  /**
   * Who can be found by what.
   *
   * @return the finder
   */
  public Finder finder() {
    return finder;
  }

  /**
   * Who may be contacted.
   *
   * @return the contacts
   */
  public Contacts contacts() {
    return contacts;
  }

  /** On what terms a consent to a purpose carries under the register in force. */
  ConsentTerms terms(PurposeId purpose) {
    return rules.terms(purpose);
  }

  PurposeRules rules() {
    return rules;
  }

  /**
   * A text without the personal data of others, as everything that is kept.
   *
   * @param text what it says, in the register's language
   * @return the redacted text
   */
  public String redacted(String text) {
    Transcript plain = Transcript.ofText(register.defaultLanguage(), text);
    return redactor.redact(plain).transcript().text();
  }

  /**
   * Removes personal data from texts.
   *
   * @return the redactor
   */
  public Redactor redactor() {
    return redactor;
  }

  /**
   * The live permits.
   *
   * @return the permits
   */
  public LiveGrants grants() {
    return grants;
  }

  /**
   * Data beside the content of calls.
   *
   * @return what is kept of it
   */
  public OwnRecords ownRecords() {
    return ownRecords;
  }

  /**
   * What a room remembers of this store as long as it is open.
   *
   * @param what its type, one of each
   * @param made makes it when it is first asked for; it must not ask for another one
   * @param <T> the type
   * @return the same for everybody
   */
  public <T> T remembered(Class<T> what, Function<Engine, T> made) {
    return what.cast(remembered.computeIfAbsent(what, none -> made.apply(this)));
  }

  Owed owed() {
    return owed;
  }

  /**
   * A declared purpose.
   *
   * @param purpose its name
   * @return the declaration
   * @throws IllegalArgumentException if the register does not declare it
   */
  public Purpose declared(PurposeId purpose) {
    return register
        .purpose(purpose)
        .orElseThrow(() -> new IllegalArgumentException("purpose is not declared: " + purpose));
  }

  /**
   * A random id.
   *
   * @return 16 random bytes in hexadecimal
   */
  public String randomId() {
    byte[] id = new byte[16];
    random.nextBytes(id);
    return HexFormat.of().formatHex(id);
  }

  /** Ends all permits and the timer, tries once more to record what is owed, closes the stores. */
  @Override
  public void close() {
    grants.endAll(Ending.CLOSED);
    timer.shutdownNow();
    contacts.close();
    tick();
    stores.close();
  }
}
