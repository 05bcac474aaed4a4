package org.relais.assessment.ui;

import java.util.function.Supplier;

import org.relais.access.AccessService;
import org.relais.access.Grant;

/** A grant that is asked for again when the one in hand no longer stands. */
class Standing implements Supplier<Grant> {

    private final AccessService access;
    private Grant grant;

    Standing(AccessService access, Grant grant) {
        this.access = access;
        this.grant = grant;
    }

    @Override
    public Grant get() {
        grant = access.fresh(grant);
        return grant;
    }
}
