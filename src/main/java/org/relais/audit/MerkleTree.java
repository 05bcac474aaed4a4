package org.relais.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The hash tree of RFC 6962: leaves and knots are marked apart, and a knot without a sibling moves up. What is hashed
 * here are leaf hashes of rows.
 */
final class MerkleTree {

    private static final byte[] LEAF = {0};
    private static final byte[] KNOT = {1};

    private MerkleTree() {}

    static byte[] root(List<byte[]> leaves) {
        if (leaves.isEmpty()) {
            return Sha256.of(new byte[0]);
        }
        var level = level(leaves);
        while (level.size() > 1) {
            level = above(level);
        }
        return level.getFirst();
    }

    /** The siblings on the way from a leaf to the root. */
    static List<byte[]> path(List<byte[]> leaves, int index) {
        var path = new ArrayList<byte[]>();
        var level = level(leaves);
        var at = index;
        while (level.size() > 1) {
            var sibling = at ^ 1;
            if (sibling < level.size()) {
                path.add(level.get(sibling));
            }
            level = above(level);
            at >>= 1;
        }
        return path;
    }

    /** The root that a leaf and its siblings lead to. */
    static byte[] root(byte[] leaf, int index, int size, List<byte[]> path) {
        var hash = leaf(leaf);
        var siblings = path.iterator();
        var at = index;
        for (var width = size; width > 1; width = (width + 1) / 2) {
            if ((at ^ 1) < width) {
                if (!siblings.hasNext()) {
                    return new byte[0];
                }
                var sibling = siblings.next();
                hash = (at & 1) == 0 ? knot(hash, sibling) : knot(sibling, hash);
            }
            at >>= 1;
        }
        return siblings.hasNext() ? new byte[0] : hash;
    }

    static boolean matches(byte[] root, List<byte[]> leaves) {
        return Arrays.equals(root, root(leaves));
    }

    private static List<byte[]> level(List<byte[]> leaves) {
        var level = new ArrayList<byte[]>(leaves.size());
        leaves.forEach(leaf -> level.add(leaf(leaf)));
        return level;
    }

    private static List<byte[]> above(List<byte[]> level) {
        var above = new ArrayList<byte[]>((level.size() + 1) / 2);
        for (int at = 0; at < level.size(); at += 2) {
            above.add(at + 1 < level.size() ? knot(level.get(at), level.get(at + 1)) : level.get(at));
        }
        return above;
    }

    private static byte[] leaf(byte[] hash) {
        var digest = Sha256.begin();
        digest.update(LEAF);
        return digest.digest(hash);
    }

    private static byte[] knot(byte[] left, byte[] right) {
        var digest = Sha256.begin();
        digest.update(KNOT);
        digest.update(left);
        return digest.digest(right);
    }
}
