package org.relais.access;

import org.relais.staff.StaffMember;

/** What stands behind an act: a grant for one person, or a scope for a list or a named background task. */
public sealed interface Authority permits Grant, Scope {

    /** Who acts. */
    StaffMember actor();
}
