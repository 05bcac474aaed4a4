package org.relais.person;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

import org.relais.access.AccessService;
import org.relais.access.ConsentPurpose;
import org.relais.access.Grant;
import org.relais.access.Locks;
import org.relais.access.Merge;
import org.relais.access.Merges;
import org.relais.access.Permission;
import org.relais.access.Protections;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.access.SharingConsents;
import org.relais.shared.CentreId;
import org.relais.shared.Conflict;
import org.relais.shared.PersonId;
import org.relais.shared.Utc;

/**
 * Makes two records of one person one, and two again. Nothing is moved: the absorbed record is read as part of the
 * surviving one, leaves every list, and its names and numbers find the surviving one. Parted, each is what it was;
 * what was written meanwhile stands in the surviving one.
 */
@Service
@Transactional
public class PersonMerges {

    private final JdbcClient jdbc;
    private final AccessService access;
    private final Merges merges;
    private final MergedRecords records;
    private final PersonRegister register;
    private final PersonDetailsReader details;
    private final SharingConsents consents;
    private final Locks locks;
    private final Protections protections;
    private final List<MergeWarnings> warnings;

    PersonMerges(
            JdbcClient jdbc,
            AccessService access,
            Merges merges,
            MergedRecords records,
            PersonRegister register,
            PersonDetailsReader details,
            SharingConsents consents,
            Locks locks,
            Protections protections,
            List<MergeWarnings> warnings) {
        this.jdbc = jdbc;
        this.access = access;
        this.merges = merges;
        this.records = records;
        this.register = register;
        this.details = details;
        this.consents = consents;
        this.locks = locks;
        this.protections = protections;
        this.warnings = List.copyOf(warnings);
    }

    /**
     * Both records side by side, and what a merge would change.
     *
     * @param surviving to write in the administrative section, by whom the matrix lets merge
     * @param absorbed the same for the other record
     * @throws Conflict when both are one already
     */
    @Transactional(readOnly = true)
    public MergePreview preview(Grant surviving, Grant absorbed) {
        access.requirePermission(surviving, Permission.MERGE);
        access.requirePermission(absorbed, Permission.MERGE);
        requireTwo(surviving, absorbed);
        var both = EnumSet.noneOf(Section.class);
        both.addAll(shared(surviving));
        both.retainAll(shared(absorbed));
        var lost = EnumSet.noneOf(Section.class);
        lost.addAll(shared(surviving));
        lost.addAll(shared(absorbed));
        lost.removeAll(both);
        return new MergePreview(
                side(surviving),
                side(absorbed),
                lost,
                between(surviving, absorbed).toList());
    }

    /**
     * Makes the two records one.
     *
     * @param surviving whose file number and name stay
     * @throws org.relais.shared.InvalidInput at {@code reason}
     * @throws Conflict when both are one already, the absorbed one absorbed another itself, or something has to be
     *     settled first
     */
    // Reads what was committed last: another merge, or another name, may have come first
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public void merge(Grant surviving, Grant absorbed, String reason) {
        access.requirePermission(surviving, Permission.MERGE);
        access.requirePermission(absorbed, Permission.MERGE);
        requireTwo(surviving, absorbed);
        between(surviving, absorbed).filter(MergeWarning::refuses).findFirst().ifPresent(first -> {
            throw new Conflict(first.key(), first.arguments().toArray());
        });
        merges.link(surviving, absorbed, reason);
        records.absorb(surviving.person(), absorbed.person());
    }

    /**
     * Makes them two again.
     *
     * @param surviving to write in the administrative section, by whom the matrix lets un-merge
     * @throws org.relais.shared.InvalidInput at {@code reason}
     * @throws Conflict when they are two already
     */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public void part(Grant surviving, PersonId absorbed, String reason) {
        merges.unlink(surviving, absorbed, reason);
        records.part(surviving.person(), absorbed);
    }

    /**
     * The records that this one absorbed, the latest first.
     *
     * @param grant for the administrative section
     */
    @Transactional(readOnly = true)
    public List<AbsorbedRecord> absorbed(Grant grant) {
        access.require(grant, Section.ADMINISTRATIVE, Right.READ);
        var links = merges.of(grant);
        var names = names(links.stream().map(Merge::absorbed).toList());
        return links.stream()
                .map(link -> new AbsorbedRecord(
                        Objects.requireNonNull(names.get(link.absorbed())), link.since(), link.by(), link.reason()))
                .toList();
    }

    private Stream<MergeWarning> between(Grant surviving, Grant absorbed) {
        return warnings.stream().flatMap(room -> room.between(surviving, absorbed).stream());
    }

    private Map<PersonId, PersonName> names(List<PersonId> people) {
        if (people.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("SELECT id, file_number FROM person_person WHERE id IN (:people)")
                .param("people", PersonDetailsReader.values(people))
                .query((row, number) -> {
                    var person = new PersonId(Utc.uuid(row, "id"));
                    var identity = register.identities(person).getFirst();
                    return new PersonName(
                            person,
                            identity.display(),
                            identity.display().equals(identity.alias()),
                            new FileNumber(row.getInt("file_number")).toString(),
                            identity.birthDate());
                })
                .list()
                .stream()
                .collect(Collectors.toMap(PersonName::person, Function.identity()));
    }

    private MergeSide side(Grant grant) {
        var alerts = jdbc.sql("SELECT COUNT(*) FROM person_alert WHERE person_id IN (:people) AND ended_at IS NULL")
                .param("people", PersonDetailsReader.values(grant.people()))
                .query(Integer.class)
                .single();
        return new MergeSide(
                details.read(grant),
                alerts,
                new HashSet<CentreId>(register.centres(grant.person())),
                locks.of(grant),
                protections.of(grant).isPresent());
    }

    private Set<Section> shared(Grant grant) {
        var sections = EnumSet.noneOf(Section.class);
        consents.of(grant).stream()
                .filter(consent ->
                        consent.inForce() && consent.organisation() == null && consent.purpose() == ConsentPurpose.CARE)
                .forEach(consent -> sections.addAll(consent.sections()));
        return sections;
    }

    private static void requireTwo(Grant surviving, Grant absorbed) {
        if (surviving.person().equals(absorbed.person())) {
            throw new Conflict("access.merge.error.same");
        }
    }
}
