package org.relais.exchange;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import org.relais.access.AccessService;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.person.PersonService;
import org.relais.shared.Slice;

/** The referrals that the centres of a scope have taken in. */
@Service
public class Referrals {

    private final ReferralStore store;
    private final PersonService people;
    private final AccessService access;

    Referrals(ReferralStore store, PersonService people, AccessService access) {
        this.store = store;
        this.people = people;
        this.access = access;
    }

    /**
     * One page, newest first; who is named on it is logged before it is returned.
     *
     * @param before read on from here; null for the newest
     * @param size how many, 1 to 100
     */
    public Slice<ReferralRow> list(Scope scope, @Nullable ReferralCursor before, int size) {
        access.require(scope, Section.ADMINISTRATIVE);
        if (size < 1 || size > 100) {
            throw new IllegalArgumentException("A page has 1 to 100 rows: " + size);
        }
        var page = Slice.of(store.page(scope, before, size + 1), size);
        var people = page.rows().stream().map(ReferralRow::person).distinct().toList();
        var names = this.people.names(scope, people);
        return page.map(row -> row.named(names.get(row.person())));
    }
}
