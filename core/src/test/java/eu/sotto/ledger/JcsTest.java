package eu.sotto.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class JcsTest {
  private static final int VECTORS = 6;
  private final JsonMapper mapper = new JsonMapper();

  @Test
  void everyVectorOfTheStandardHasItsBytes() throws IOException {
    Path folder = SharedVectors.folder("jcs/testdata");
    List<Path> inputs;
    try (var files = Files.list(folder.resolve("input"))) {
      inputs = files.toList();
    }
    assertThat(inputs).hasSize(VECTORS);
    for (Path input : inputs) {
      String name = input.getFileName().toString();
      Object value = mapper.readValue(Files.readString(input), Object.class);
      byte[] wanted = Files.readAllBytes(folder.resolve("output").resolve(name));
      assertThat(Jcs.bytes(value)).as(name).isEqualTo(wanted);
      String hex = Files.readString(folder.resolve("outhex").resolve(name.replace("json", "txt")));
      assertThat(Jcs.bytes(value))
          .as(name)
          .isEqualTo(HexFormat.of().parseHex(hex.replaceAll("\\s", "")));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0x0000000000000001, 5e-324",
    "0x8000000000000001, -5e-324",
    "0x7fefffffffffffff, 1.7976931348623157e+308",
    "0x4340000000000000, 9007199254740992",
    "0xc340000000000000, -9007199254740992",
    "0x4430000000000000, 295147905179352830000",
    "0x44b52d02c7e14af5, 9.999999999999997e+22",
    "0x44b52d02c7e14af6, 1e+23",
    "0x44b52d02c7e14af7, 1.0000000000000001e+23",
    "0x444b1ae4d6e2ef4e, 999999999999999700000",
    "0x444b1ae4d6e2ef4f, 999999999999999900000",
    "0x444b1ae4d6e2ef50, 1e+21",
    "0x3eb0c6f7a0b5ed8c, 9.999999999999997e-7",
    "0x3eb0c6f7a0b5ed8d, 0.000001",
    "0x41b3de4355555553, 333333333.3333332",
    "0x41b3de4355555557, 333333333.33333343",
    "0xbecbf647612f3696, -0.0000033333333333333333",
    "0x43143ff3c1cb0959, 1424953923781206.2",
    "0x8000000000000000, 0"
  })
  void numbersAreWrittenAsTheStandardsAppendixShows(String bits, String wanted) {
    double number = Double.longBitsToDouble(Long.parseUnsignedLong(bits.substring(2), 16));
    assertThat(text(number)).isEqualTo(wanted);
  }

  @Test
  void whatJsonCannotHoldIsRefused() {
    for (Object bad :
        List.of(Double.NaN, Double.NEGATIVE_INFINITY, 1L << 54, "\ud800", 'c', Map.of(1, 2))) {
      assertThatThrownBy(() -> Jcs.bytes(bad))
          .isInstanceOfAny(IllegalArgumentException.class, ClassCastException.class);
    }
    assertThat(text(Arrays.asList((Object) null))).isEqualTo("[null]");
  }

  @Property(tries = 500)
  void numbersReadBackAsThemselves(@ForAll double number) {
    assertThat(Double.parseDouble(text(number))).isEqualTo(number == 0 ? 0.0 : number);
  }

  @Property(tries = 60)
  void textsReadBackAsThemselves(@ForAll Map<String, String> map) {
    Map<String, Object> encodable = new LinkedHashMap<>();
    map.forEach(
        (name, value) -> {
          if (encodable(name) && encodable(value)) {
            encodable.put(name, List.of(value, name.length(), true));
          }
        });
    assertThat(mapper.readValue(text(encodable), Object.class)).isEqualTo(encodable);
  }

  private static boolean encodable(String text) {
    return StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }

  private static String text(Object value) {
    return new String(Jcs.bytes(value), StandardCharsets.UTF_8);
  }
}
