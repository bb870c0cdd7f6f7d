package eu.sotto.examples.scenarios;

import static eu.sotto.examples.scenarios.Checks.must;

import eu.sotto.Call;
import eu.sotto.rights.ErasureReceipt;

/** Shows that a caller's data is gone and that its receipt proves it. Stateless. */
final class Erasures {
  private Erasures() {}

  static String erased(Stage stage, Call call) {
    must(!call.caller().records().isEmpty(), "there is nothing to erase");
    ErasureReceipt receipt = stage.request(call.caller()).erase();
    must(call.records().isEmpty(), "something is left");
    must(stage.privacy().resume(call.id()).isEmpty(), "the call is still known");
    must(
        ErasureReceipt.parse(receipt.text()).verify(stage.privacy().verifierKey()).intact(),
        "the receipt does not verify");
    String digest = ErasureReceipt.digest(receipt.statement()).substring(0, 8);
    return "receipt " + digest + " verifies without the store; records and call are gone";
  }
}
