package org.relais.audit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/** The keys that may have sealed: those remembered outside the database, and those they vouch for. */
final class KeyRing {

    private final Map<String, byte[]> trusted = new HashMap<>();
    private final Map<String, byte[]> accepted = new HashMap<>();
    private final TreeMap<Long, String> terms = new TreeMap<>();
    private final Map<Epoch.Sealed, Boolean> checked = Collections.synchronizedMap(new IdentityHashMap<>());
    private final Check check;
    private final @Nullable SealingKey own;
    private final boolean remembers;

    /** Whether a key signed these bytes. */
    interface Check {
        boolean holds(byte[] publicKey, byte[] bytes, byte[] signature);
    }

    KeyRing(Map<String, byte[]> remembered, @Nullable SealingKey own, Check check) {
        this.check = check;
        this.own = own;
        this.remembers = !remembered.isEmpty();
        remembered.forEach((id, key) -> {
            if (SealingKey.idOf(key).equals(id)) {
                trusted.put(id, key);
            }
        });
        if (own != null) {
            trusted.put(own.id(), own.publicKey());
        }
    }

    /** Takes the keys of the table; what is not one of ours is a fault. */
    List<Finding> read(List<SealTables.Key> keys, long through) {
        var faults = new ArrayList<Finding>();
        SealTables.@Nullable Key before = null;
        var reachesOwn = own == null || keys.isEmpty();
        for (int at = 0; at < keys.size(); at++) {
            var key = keys.get(at);
            var good = good(key, before);
            if (good) {
                accepted.put(key.id(), key.publicKey());
                terms.put(key.fromEpoch(), key.id());
                before = key;
            } else {
                faults.add(fault(key, at + 1 < keys.size() ? keys.get(at + 1).fromEpoch() - 1 : through));
                if (trusted.containsKey(key.id())) {
                    terms.put(key.fromEpoch(), key.id());
                }
            }
            reachesOwn |= own != null && (key.id().equals(own.id()) || follows(key));
        }
        // What is remembered outside holds where the table was changed
        accepted.putAll(trusted);
        if (!reachesOwn && faults.isEmpty()) {
            faults.add(fault(keys.getLast(), through));
        }
        return faults;
    }

    private boolean follows(SealTables.Key key) {
        var voucher = own == null ? null : own.voucher();
        return voucher != null && voucher.keyId().equals(key.id());
    }

    private boolean good(SealTables.Key key, SealTables.@Nullable Key before) {
        if (!SealingKey.idOf(key.publicKey()).equals(key.id())) {
            return false;
        }
        var vouched = SealingKey.vouched(key.publicKey());
        if (before == null) {
            return (!remembers || trusted.containsKey(key.id()))
                    && key.signedBy() == null
                    && check.holds(key.publicKey(), vouched, key.signature());
        }
        return before.id().equals(key.signedBy()) && check.holds(before.publicKey(), vouched, key.signature());
    }

    private static Finding fault(SealTables.Key key, long through) {
        return new Finding(
                FindingKind.KEY_REPLACED,
                key.fromEpoch(),
                Math.max(key.fromEpoch(), through),
                FindingList.NO_ROWS,
                null,
                null);
    }

    /** Checks the signatures of these epochs on all processors; the answers are kept until the next ones. */
    void check(List<Epoch.Sealed> epochs) {
        checked.clear();
        epochs.parallelStream().forEach(this::signed);
    }

    /** Whether the key whose turn it was signed exactly this. */
    boolean signed(Epoch.Sealed epoch) {
        var known = checked.get(epoch);
        if (known == null) {
            known = verify(epoch);
            checked.put(epoch, known);
        }
        return known;
    }

    private boolean verify(Epoch.Sealed epoch) {
        var content = epoch.epoch();
        var key = accepted.get(content.keyId());
        var term = terms.floorEntry(epoch.number());
        return key != null
                && (term == null || term.getValue().equals(content.keyId()))
                && check.holds(key, HexFormat.of().parseHex(content.hash()), epoch.signature());
    }

    boolean signed(Tombstone tombstone) {
        var key = accepted.get(tombstone.keyId());
        return key != null && check.holds(key, tombstone.signed(), tombstone.signature());
    }

    Set<String> ids() {
        return accepted.keySet();
    }
}
