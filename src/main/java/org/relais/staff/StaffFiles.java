package org.relais.staff;

import java.util.List;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.relais.shared.NotFound;
import org.relais.shared.StaffId;

/** What the administration keeps of the colleagues, for the screens that {@link StaffSetup} changes it from. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasRole('ADMINISTRATOR')")
public class StaffFiles {

    private final StaffRegister register;
    private final HeldFunctions functions;
    private final StaffIdentities identities;
    private final HomeAddresses homes;

    StaffFiles(StaffRegister register, HeldFunctions functions, StaffIdentities identities, HomeAddresses homes) {
        this.register = register;
        this.functions = functions;
        this.identities = identities;
        this.homes = homes;
    }

    /** Everybody by name, also those who left; functions that have ended are left out. */
    public List<RightsHolder> all() {
        return functions.holders(register.everybody());
    }

    /**
     * One colleague.
     *
     * @throws NotFound when there is no such colleague
     */
    public StaffFile file(StaffId id) {
        var member = register.byId(id).orElseThrow(NotFound::new);
        var holder = functions.holders(List.of(member)).getFirst();
        return new StaffFile(member, holder.functions(), identities.known(id), homes.kept(id), homes.keeps());
    }
}
