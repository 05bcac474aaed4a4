package org.relais.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Faults as they are found; what runs on from epoch to epoch is one. */
final class FindingList {

    static final Finding.Rows NO_ROWS = new Finding.Rows(null, 0, 0, 0, 0, List.of());

    private final List<Finding> found = new ArrayList<>();
    private final int most;

    FindingList(int most) {
        this.most = most;
    }

    static Finding.Rows rows(StoredRow row) {
        var sequence = row.sequence() == null ? 0 : row.sequence();
        return new Finding.Rows(
                row.sequence() == null ? null : row.node(), row.month(), sequence, sequence, 1, List.of(row.id()));
    }

    void add(Finding finding) {
        for (int at = found.size() - 1; at >= 0 && at >= found.size() - 3; at--) {
            var last = found.get(at);
            if (runsOn(last, finding)) {
                found.set(
                        at,
                        new Finding(
                                last.kind(),
                                last.epoch(),
                                finding.lastEpoch(),
                                together(last.rows(), finding.rows()),
                                last.earliest(),
                                finding.latest()));
                return;
            }
        }
        if (found.size() < most) {
            found.add(finding);
        }
    }

    private static boolean runsOn(Finding last, Finding next) {
        return last.kind() == next.kind()
                && last.epoch() > 0
                && next.epoch() == last.lastEpoch() + 1
                && switch (next.kind()) {
                    case EPOCH_REWRITTEN, KEY_REPLACED, FORKED -> true;
                    default -> false;
                };
    }

    private static Finding.Rows together(Finding.Rows one, Finding.Rows other) {
        return new Finding.Rows(null, 0, 0, 0, one.count() + other.count(), List.of());
    }

    boolean has(FindingKind kind) {
        return found.stream().anyMatch(finding -> finding.kind() == kind);
    }

    boolean concerns(long epoch) {
        return found.stream().anyMatch(finding -> finding.epoch() <= epoch && epoch <= finding.lastEpoch());
    }

    List<Finding> sorted() {
        return found.stream()
                .sorted(Comparator.comparingLong(finding -> finding.epoch() == 0 ? Long.MAX_VALUE : finding.epoch()))
                .toList();
    }
}
