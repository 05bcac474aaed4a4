package org.relais.staff;

import java.util.List;

/**
 * What the administration keeps of one colleague.
 *
 * @param functions those that hold or will hold
 * @param account whether an account of the identity provider is known to be theirs
 * @param home whether a fingerprint of their address is kept
 * @param homesKept whether this house keeps such fingerprints: it needs a key
 */
public record StaffFile(
        StaffMember member, List<HeldFunction> functions, boolean account, boolean home, boolean homesKept) {

    public StaffFile {
        functions = List.copyOf(functions);
    }
}
