package eu.sotto.register;

import org.jspecify.annotations.Nullable;

/** Who answers for a register and whom callers may turn to. */
record Organisation(
    Controller controller,
    @Nullable ContactPoint dataProtectionOfficer,
    ContactPoint supervisoryAuthority) {}
