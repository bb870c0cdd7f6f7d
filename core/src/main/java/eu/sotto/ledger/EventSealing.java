package eu.sotto.ledger;

import eu.sotto.crypto.Bytes;
import eu.sotto.crypto.Context;
import eu.sotto.crypto.CryptoException;
import eu.sotto.crypto.KeyId;
import eu.sotto.crypto.KeyVault;
import eu.sotto.crypto.Protection;
import eu.sotto.store.StoreException;
import eu.sotto.store.StoreException.Fault;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Events that wait, as sealed bytes. */
final class EventSealing {
  private static final int VERSION = 1;
  private static final int ONCE_LENGTH = 16;

  private final KeyVault vault;
  private final Identity identity;
  private final Context context;
  private final SecureRandom random = new SecureRandom();

  EventSealing(KeyVault vault, Identity identity) {
    this.vault = vault;
    this.identity = identity;
    this.context = Context.of("sotto.outbox", identity.tenant(), identity.origin());
  }

  /** An event without an idempotency key gets one, so that it is recorded once. */
  Bytes seal(Event event) {
    KeyId key = event.key(identity.proof());
    byte[] plain = write(event);
    try {
      return Bytes.of(vault.seal(Protection.by(key), context, plain));
    } catch (CryptoException e) {
      throw new EventRefused("an event's key is destroyed or does not answer", e);
    } finally {
      java.util.Arrays.fill(plain, (byte) 0);
    }
  }

  /**
   * Opens an event.
   *
   * @throws EventRefused if its key is destroyed or does not answer
   * @throws StoreException if it is not what was sealed
   */
  Event open(Bytes sealed) {
    try {
      byte[] plain = vault.open(context, sealed.toArray());
      try {
        return read(plain);
      } finally {
        java.util.Arrays.fill(plain, (byte) 0);
      }
    } catch (CryptoException.KeyDestroyed | CryptoException.Unavailable e) {
      throw new EventRefused("an event's key is destroyed or does not answer", e);
    } catch (CryptoException | IllegalArgumentException e) {
      throw new StoreException(Fault.TAMPERED, "the outbox", e);
    }
  }

  private byte[] write(Event event) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(VERSION);
      PayloadFormat.writeText(out, event.kind().name());
      out.writeInt(event.kind().version());
      PayloadFormat.writeText(out, event.kind().keyClass().name());
      out.writeByte(event.kind().fields().size());
      for (String field : event.kind().fields()) {
        PayloadFormat.writeText(out, field);
      }
      PayloadFormat.writeText(out, event.happenedAt().toString());
      PayloadFormat.writeText(out, event.idempotencyKey().orElseGet(this::once));
      writeKeys(out, event);
      out.writeByte(event.fields().size());
      for (Map.Entry<String, Object> field : event.fields().entrySet()) {
        PayloadFormat.writeText(out, field.getKey());
        PayloadFormat.writeValue(out, field.getValue());
      }
      out.writeByte(event.index().size());
      for (IndexTerm term : event.index()) {
        PayloadFormat.writeText(out, term.kind());
        PayloadFormat.writeText(out, term.value());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private String once() {
    byte[] bytes = new byte[ONCE_LENGTH];
    random.nextBytes(bytes);
    return "outbox/" + HexFormat.of().formatHex(bytes);
  }

  private static void writeKeys(DataOutputStream out, Event event) throws IOException {
    EventKeys keys = event.keys().orElse(null);
    out.writeBoolean(keys != null);
    if (keys != null) {
      out.write(keys.content().toBytes());
      out.write(keys.evidence().toBytes());
    }
  }

  private static Event read(byte[] plain) {
    try {
      ByteBuffer in = ByteBuffer.wrap(plain);
      if (in.get() != VERSION) {
        throw new IllegalArgumentException("a waiting event is of an unknown version");
      }
      EventKind kind = readKind(in);
      Event event = Event.of(kind, Instant.parse(PayloadFormat.readText(in)));
      event = event.once(PayloadFormat.readText(in));
      if (in.get() != 0) {
        event = event.about(new EventKeys(readKey(in), readKey(in)));
      }
      for (int left = in.get(); left > 0; left--) {
        event = event.with(PayloadFormat.readText(in), PayloadFormat.readValue(in));
      }
      for (int left = in.get(); left > 0; left--) {
        event = event.indexed(IndexTerm.of(PayloadFormat.readText(in), PayloadFormat.readText(in)));
      }
      return event;
    } catch (BufferUnderflowException e) {
      throw new IllegalArgumentException("a waiting event is cut", e);
    }
  }

  private static EventKind readKind(ByteBuffer in) {
    String name = PayloadFormat.readText(in);
    int version = in.getInt();
    KeyClass keyClass = KeyClass.valueOf(PayloadFormat.readText(in));
    List<String> fields = new ArrayList<>();
    for (int left = in.get(); left > 0; left--) {
      fields.add(PayloadFormat.readText(in));
    }
    return new EventKind(name, version, keyClass, fields);
  }

  private static KeyId readKey(ByteBuffer in) {
    byte[] id = new byte[KeyId.LENGTH];
    in.get(id);
    return KeyId.of(id);
  }
}
