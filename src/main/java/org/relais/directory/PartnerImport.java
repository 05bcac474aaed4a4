package org.relais.directory;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

import org.relais.audit.AccessAction;
import org.relais.rules.RuleInForce;
import org.relais.shared.Conflict;
import org.relais.shared.InvalidInput;
import org.relais.shared.PartnerId;
import org.relais.staff.CurrentStaff;

/**
 * Takes in partners from a file: first a preview, then the good rows in one transaction. A row names its partner by id,
 * or else by name and place; a column that the file does not have keeps what is known.
 */
@Service
@PreAuthorize(PartnerDirectory.KEEPERS)
@Transactional(isolation = Isolation.READ_COMMITTED)
public class PartnerImport {

    private final PartnerTable table;
    private final PartnerChecks checks;
    private final RuleInForce<DirectoryRule> rule;
    private final DirectoryLog log;
    private final CurrentStaff current;
    private final Clock clock;

    PartnerImport(
            PartnerTable table,
            PartnerChecks checks,
            RuleInForce<DirectoryRule> rule,
            DirectoryLog log,
            CurrentStaff current,
            Clock clock) {
        this.table = table;
        this.checks = checks;
        this.rule = rule;
        this.log = log;
        this.current = current;
        this.clock = clock;
    }

    /**
     * Compares a file with the directory; nothing is stored.
     *
     * @throws InvalidInput at {@code file} when it cannot be read as a whole
     */
    @Transactional(readOnly = true)
    public ImportPreview preview(byte[] file) {
        return sorted(file, false).preview();
    }

    /**
     * Takes in the good rows of a file, all or none.
     *
     * @param mark of the preview that was shown
     * @throws Conflict when the file is another one or the directory was changed meanwhile; nothing is stored then
     */
    public ImportPreview apply(byte[] file, String mark) {
        var sorted = sorted(file, true);
        if (!sorted.preview().mark().equals(mark)) {
            throw new Conflict("directory.import.error.changed");
        }
        var now = clock.instant();
        var by = current.require().id();
        if (!sorted.changed().isEmpty()) {
            table.update(sorted.changed(), PartnerDirectory.IMPORT, now, by);
        }
        if (!sorted.fresh().isEmpty()) {
            table.insert(sorted.fresh(), PartnerDirectory.IMPORT, now, by);
        }
        log.within(AccessAction.IMPORT, "partners");
        return sorted.preview();
    }

    private Sorted sorted(byte[] bytes, boolean locked) {
        var terms = rule.now();
        var file = PartnerFile.read(bytes, terms);
        var sorting = new Sorting(table.all(locked, terms.verifiedDays()));
        file.rows().forEach(row -> sorting.take(row, file.columns()));
        return sorting.end(bytes);
    }

    /** What a file comes to. */
    private record Sorted(
            List<PartnerTable.Written> fresh, List<PartnerTable.Written> changed, ImportPreview preview) {}

    /** The rows of a file, one after the other, each against what is known and what stood before in the file. */
    private final class Sorting {

        private final Map<PartnerId, Partner> byId = new HashMap<>();
        private final Map<String, PartnerId> byKey = new HashMap<>();
        private final Map<PartnerId, Integer> rowOfPartner = new HashMap<>();
        private final Map<String, Integer> rowOfKey = new HashMap<>();
        private final Map<Integer, PartnerTable.Written> fresh = new LinkedHashMap<>();
        private final Map<Integer, PartnerTable.Written> changed = new LinkedHashMap<>();
        private final List<ImportPreview.Line> newLines = new ArrayList<>();
        private final List<ImportPreview.Line> changedLines = new ArrayList<>();
        private final List<RejectedRow> rejected = new ArrayList<>();
        private final StringBuilder compared = new StringBuilder();
        private int unchanged;

        Sorting(List<Partner> known) {
            for (var partner : known) {
                byId.put(partner.id(), partner);
                byKey.put(PartnerTable.key(partner.details()), partner.id());
            }
        }

        void take(PartnerFile.Row row, List<PartnerField> columns) {
            try {
                if (row.cells().size() > columns.size()) {
                    throw new InvalidInput(
                            "", "directory.import.error.cells", row.cells().size(), columns.size());
                }
                sort(row.number(), PartnerWords.row(columns, row.cells()));
            } catch (InvalidInput refused) {
                rejected.add(new RejectedRow(
                        row.number(),
                        PartnerField.of(refused.field()).orElse(null),
                        refused.key(),
                        Arrays.asList(refused.arguments())));
            }
        }

        private void sort(int number, Map<PartnerField, String> cells) {
            var id = PartnerWords.id(cells);
            // Without an id the name and the place say which one is meant: of a new one nothing else is known
            var known = id == null ? named(PartnerWords.read(only(cells), null)) : byId.get(id);
            var details = checks.checked(PartnerWords.read(cells, known == null ? null : known.details()));
            var key = PartnerTable.key(details);
            var partner = known != null ? known.id() : id == null ? PartnerId.create() : id;
            refuseTwice(number, partner, key);
            if (known == null) {
                fresh.put(number, new PartnerTable.Written(partner, details, 1));
                newLines.add(new ImportPreview.Line(number, details, Set.of()));
                compared.append(number).append("+;");
                return;
            }
            var fields = known.details().differences(details);
            if (fields.isEmpty()) {
                unchanged++;
            } else {
                changed.put(number, new PartnerTable.Written(partner, details, known.version() + 1));
                changedLines.add(new ImportPreview.Line(number, details, fields));
            }
            compared.append(number).append(partner).append(known.version()).append(';');
        }

        private Map<PartnerField, String> only(Map<PartnerField, String> cells) {
            var named = new LinkedHashMap<PartnerField, String>();
            for (var field : List.of(PartnerField.NAME, PartnerField.PLACE)) {
                var cell = cells.get(field);
                if (cell != null) {
                    named.put(field, cell);
                }
            }
            return named;
        }

        private @Nullable Partner named(PartnerDetails row) {
            if (row.name() == null) {
                return null;
            }
            var found = byKey.get(PartnerTable.key(row));
            return found == null ? null : byId.get(found);
        }

        private void refuseTwice(int number, PartnerId partner, String key) {
            var before = rowOfPartner.get(partner);
            if (before == null) {
                before = rowOfKey.get(key);
            }
            if (before != null) {
                throw new InvalidInput("", "directory.import.error.twice", before);
            }
            var holder = byKey.get(key);
            if (holder != null && !holder.equals(partner)) {
                throw new InvalidInput("name", "directory.error.twice");
            }
            rowOfPartner.put(partner, number);
            rowOfKey.put(key, number);
        }

        Sorted end(byte[] bytes) {
            return new Sorted(
                    List.copyOf(fresh.values()),
                    List.copyOf(changed.values()),
                    new ImportPreview(newLines, changedLines, unchanged, rejected, mark(bytes)));
        }

        private String mark(byte[] bytes) {
            try {
                var digest = MessageDigest.getInstance("SHA-256");
                digest.update(bytes);
                digest.update(compared.toString().getBytes(StandardCharsets.UTF_8));
                return HexFormat.of().formatHex(digest.digest());
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }
}
