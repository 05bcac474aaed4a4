package org.relais.staff;

import java.util.List;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** Who works where and holds which function, for whoever reviews the rights. */
@Service
@PreAuthorize("hasRole('AUDITOR')")
public class RightsHolders {

    private final StaffRegister register;
    private final HeldFunctions functions;

    RightsHolders(StaffRegister register, HeldFunctions functions) {
        this.register = register;
        this.functions = functions;
    }

    /** Everybody with an account, also a closed one; functions that have ended are left out. */
    public List<RightsHolder> all() {
        return functions.holders(register.everybody());
    }
}
