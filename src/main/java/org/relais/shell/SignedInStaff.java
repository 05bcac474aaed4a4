package org.relais.shell;

import java.util.Optional;

import org.springframework.stereotype.Component;

import org.relais.centre.Centres;
import org.relais.staff.CurrentStaff;
import org.relais.staff.StaffMember;

/** Who sits in front of the frame. */
@Component
class SignedInStaff {

    private final CurrentStaff current;
    private final Centres centres;

    SignedInStaff(CurrentStaff current, Centres centres) {
        this.current = current;
        this.centres = centres;
    }

    /** The signed-in member of staff; empty before signing in and for an account without one. */
    Optional<FrameUser> find() {
        return current.find()
                .map(member -> new FrameUser(
                        member.name(), member.role(), onlyCentre(member).orElse(null)));
    }

    private Optional<String> onlyCentre(StaffMember member) {
        return member.centres().size() == 1
                ? member.centres().stream().map(id -> centres.centre(id).name()).findFirst()
                : Optional.empty();
    }
}
