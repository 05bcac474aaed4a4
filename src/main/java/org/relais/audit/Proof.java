package org.relais.audit;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * That one row is in one epoch: the epoch as it was signed, the row's place and its siblings. Less than 1 kB, and needs
 * nothing of the database but the row.
 *
 * @param numbered whether the row is in the tree of numbered rows
 * @param index its place there
 */
record Proof(Epoch epoch, byte[] signature, boolean numbered, int index, List<byte[]> path) {

    private static final byte VERSION = 1;

    byte[] bytes() {
        var bytes = ByteBuffer.allocate(
                        2 + Integer.BYTES + Epoch.LENGTH + 1 + signature.length + 1 + path.size() * Sha256.LENGTH)
                .put(VERSION)
                .put((byte) (numbered ? 1 : 0))
                .putInt(index)
                .put(epoch.bytes())
                .put((byte) signature.length)
                .put(signature)
                .put((byte) path.size());
        path.forEach(bytes::put);
        return bytes.array();
    }

    /** What stands in the bytes; empty when they are no proof. */
    static Optional<Proof> read(byte[] given) {
        try {
            var bytes = ByteBuffer.wrap(given);
            if (bytes.get() != VERSION) {
                return Optional.empty();
            }
            var numbered = bytes.get() == 1;
            var index = bytes.getInt();
            var epoch = Epoch.read(bytes);
            var signature = new byte[bytes.get()];
            bytes.get(signature);
            var path = new ArrayList<byte[]>();
            for (var left = bytes.get(); left > 0; left--) {
                var sibling = new byte[Sha256.LENGTH];
                bytes.get(sibling);
                path.add(sibling);
            }
            return bytes.hasRemaining()
                    ? Optional.empty()
                    : Optional.of(new Proof(epoch, signature, numbered, index, path));
        } catch (BufferUnderflowException | NegativeArraySizeException | ArithmeticException none) {
            return Optional.empty();
        }
    }

    /** Whether a row with this hash stands at that place of the epoch. */
    boolean leadsFrom(byte[] leaf) {
        var root = numbered ? epoch.readRoot() : epoch.writeRoot();
        var size = numbered ? epoch.readCount() : epoch.writeCount();
        return index >= 0
                && index < size
                && HexFormat.of()
                        .formatHex(MerkleTree.root(leaf, index, size, path))
                        .equals(root);
    }
}
