package org.relais.directory;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

import org.relais.rules.RuleInForce;
import org.relais.shared.NotFound;
import org.relais.shared.PartnerId;
import org.relais.shared.Slice;
import org.relais.staff.CurrentStaff;

/**
 * The partner services of the whole network, for anyone signed in; social workers and coordinators keep it. Each change
 * is kept with who made it. Names nobody who is cared for.
 */
@Service
@PreAuthorize("isAuthenticated()")
@Transactional(isolation = Isolation.READ_COMMITTED)
public class PartnerDirectory {

    /** Who may change it. */
    public static final String KEEPERS = "hasAnyRole('SOCIAL_WORKER','COORDINATOR')";

    static final String FORM = "FORM";
    static final String IMPORT = "IMPORT";

    private static final int LARGEST_PAGE = 500;

    private final PartnerTable table;
    private final PartnerChecks checks;
    private final RuleInForce<DirectoryRule> rule;
    private final CurrentStaff current;
    private final Clock clock;

    PartnerDirectory(
            PartnerTable table,
            PartnerChecks checks,
            RuleInForce<DirectoryRule> rule,
            CurrentStaff current,
            Clock clock) {
        this.table = table;
        this.checks = checks;
        this.rule = rule;
        this.current = current;
        this.clock = clock;
    }

    /**
     * Partners by name.
     *
     * @param after read on from here; null for the first page
     * @param size how many, 1 to 500
     */
    @Transactional(readOnly = true)
    public Slice<Partner> search(PartnerFilter filter, @Nullable PartnerCursor after, int size) {
        if (size < 1 || size > LARGEST_PAGE) {
            throw new IllegalArgumentException("A page has 1 to 500 partners: " + size);
        }
        return Slice.of(table.search(filter, after, size + 1, days()), size);
    }

    /** How many partners there are of a filter. */
    @Transactional(readOnly = true)
    public int count(PartnerFilter filter) {
        return table.count(filter, days());
    }

    /** The partner, when there is one. */
    @Transactional(readOnly = true)
    public Optional<Partner> find(PartnerId id) {
        return table.find(id, days());
    }

    /** Every version of a partner, the latest first. */
    @Transactional(readOnly = true)
    public List<PartnerVersion> history(PartnerId id) {
        return table.versions(id);
    }

    /** What a partner is called: with its place, and by its name alone where no other has it. */
    @Transactional(readOnly = true)
    public PartnerNames names(PartnerId id) {
        var partner = stored(id);
        var place = partner.details().place();
        var called = new java.util.HashSet<String>();
        called.add(SearchWords.folded(partner.name() + (place == null ? "" : " " + place)));
        if (table.named(partner.name()) == 1) {
            called.add(SearchWords.folded(partner.name()));
        }
        return new PartnerNames(called);
    }

    /** The places of partners that are to be chosen, by name. */
    @Transactional(readOnly = true)
    public List<String> places() {
        return table.places();
    }

    /** The languages that are spoken at partners, as ISO 639-1 codes. */
    @Transactional(readOnly = true)
    public List<String> languages() {
        return table.languages();
    }

    /** After how many days a partner should be verified again. */
    public int verifiedDays() {
        return days();
    }

    /**
     * Adds a partner. The same id twice adds once: a double click does nothing.
     *
     * @throws org.relais.shared.InvalidInput at the property that is refused, at {@code name} also when the partner
     *     stands already
     */
    @PreAuthorize(KEEPERS)
    public Partner add(PartnerId id, PartnerDetails details) {
        var before = table.find(id, days());
        if (before.isPresent()) {
            return before.get();
        }
        var written = new PartnerTable.Written(id, checks.checked(details), 1);
        table.insert(List.of(written), FORM, clock.instant(), current.require().id());
        return stored(id);
    }

    /**
     * Changes a partner; nothing happens when all stays as it is.
     *
     * @param expectedVersion the version on the screen
     * @throws StalePartner when it was changed meanwhile, with how it stands now
     * @throws org.relais.shared.InvalidInput at the property that is refused
     * @throws NotFound when there is none
     */
    @PreAuthorize(KEEPERS)
    public Partner change(PartnerId id, int expectedVersion, PartnerDetails details) {
        var before = stored(id);
        if (before.version() != expectedVersion) {
            throw new StalePartner(before);
        }
        var checked = checks.checked(details);
        if (before.details().equals(checked)) {
            return before;
        }
        var written = new PartnerTable.Written(id, checked, expectedVersion + 1);
        if (!table.update(
                        List.of(written),
                        FORM,
                        clock.instant(),
                        current.require().id())
                .isEmpty()) {
            throw new StalePartner(stored(id));
        }
        return stored(id);
    }

    /**
     * Says that somebody made sure today that all of it holds.
     *
     * @throws StalePartner when it was changed meanwhile
     */
    @PreAuthorize(KEEPERS)
    public Partner verify(PartnerId id, int expectedVersion) {
        return change(id, expectedVersion, stored(id).details().verified(checks.today()));
    }

    /**
     * Says whether it is no longer to be chosen. What was sent there stays.
     *
     * @throws StalePartner when it was changed meanwhile
     */
    @PreAuthorize(KEEPERS)
    public Partner withdraw(PartnerId id, int expectedVersion, boolean withdrawn) {
        return change(id, expectedVersion, stored(id).details().withdrawn(withdrawn));
    }

    private Partner stored(PartnerId id) {
        return table.find(id, days()).orElseThrow(NotFound::new);
    }

    private int days() {
        return rule.now().verifiedDays();
    }
}
