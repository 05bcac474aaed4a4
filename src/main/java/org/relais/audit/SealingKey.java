package org.relais.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The key that seals the log: a file outside the database with an Ed25519 key (PKCS#8), its public half, and, from the
 * second key on, what the key before says of it.
 */
public final class SealingKey {

    private static final String ALGORITHM = "Ed25519";
    private static final byte[] VOUCHING = "relais-key-1".getBytes(StandardCharsets.US_ASCII);
    private static final Set<PosixFilePermission> OTHERS =
            PosixFilePermissions.fromString("---rwxrwx").stream().collect(java.util.stream.Collectors.toSet());

    private final PrivateKey secret;
    private final PublicKey known;
    private final @Nullable Voucher voucher;

    private SealingKey(PrivateKey secret, PublicKey known, @Nullable Voucher voucher) {
        this.secret = secret;
        this.known = known;
        this.voucher = voucher;
    }

    /**
     * What the key before says of this one.
     *
     * @param keyId the key before
     * @param signature its signature over this one
     */
    record Voucher(String keyId, byte[] signature) {}

    /**
     * Reads the key of this file, and makes the file with a fresh key when there is none. For the embedded database and
     * for tests; an installation makes its key by a command.
     */
    public static SealingKey ofFileOrNew(Path file) throws IOException {
        if (!Files.exists(file)) {
            create(file);
        }
        return ofFile(file);
    }

    /** Makes a file with a fresh key that nobody but its owner may read. */
    public static void create(Path file) throws IOException {
        fresh().write(file);
    }

    /** A fresh key, in memory only. */
    static SealingKey fresh() {
        try {
            var pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            return new SealingKey(pair.getPrivate(), pair.getPublic(), null);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The key that follows this one, vouched for by it. */
    SealingKey next() {
        var next = fresh();
        return new SealingKey(next.secret, next.known, new Voucher(id(), sign(vouched(next.publicKey()))));
    }

    /**
     * Reads the key.
     *
     * @throws IOException when it cannot be read or is none; the message never holds what stands there
     */
    static SealingKey ofFile(Path file) throws IOException {
        var text = Files.readString(file, StandardCharsets.US_ASCII);
        try {
            var keys = KeyFactory.getInstance(ALGORITHM);
            var secret = keys.generatePrivate(new PKCS8EncodedKeySpec(block(text, "PRIVATE KEY")));
            var known = keys.generatePublic(new X509EncodedKeySpec(block(text, "PUBLIC KEY")));
            var voucher = text.contains("BEGIN RELAIS VOUCHER") ? voucher(block(text, "RELAIS VOUCHER")) : null;
            var key = new SealingKey(secret, known, voucher);
            if (!verifies(known, VOUCHING, key.sign(VOUCHING))) {
                throw new IOException("The two halves of the key do not belong together");
            }
            return key;
        } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
            throw new IOException("Not a key");
        }
    }

    /** Whether somebody else than its owner may read the file. */
    static boolean readableByOthers(Path file) throws IOException {
        if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return false;
        }
        return Files.getPosixFilePermissions(file).stream()
                .filter(right -> right != PosixFilePermission.GROUP_READ)
                .anyMatch(OTHERS::contains);
    }

    void write(Path file) throws IOException {
        var absolute = file.toAbsolutePath();
        Files.createDirectories(absolute.getParent());
        var draft = absolute.resolveSibling(absolute.getFileName() + ".new");
        Files.deleteIfExists(draft);
        if (draft.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        var text = block("PRIVATE KEY", secret.getEncoded()) + block("PUBLIC KEY", known.getEncoded());
        if (voucher != null) {
            var bytes = new byte[16 + voucher.signature().length];
            System.arraycopy(voucher.keyId().getBytes(StandardCharsets.US_ASCII), 0, bytes, 0, 16);
            System.arraycopy(voucher.signature(), 0, bytes, 16, voucher.signature().length);
            text += block("RELAIS VOUCHER", bytes);
        }
        Files.writeString(draft, text, StandardCharsets.US_ASCII);
        Files.move(draft, absolute, StandardCopyOption.REPLACE_EXISTING);
    }

    /** The beginning of the hash of the public half. */
    String id() {
        return idOf(publicKey());
    }

    static String idOf(byte[] publicKey) {
        return HexFormat.of().formatHex(Sha256.of(publicKey), 0, 8);
    }

    byte[] publicKey() {
        return known.getEncoded();
    }

    @Nullable
    Voucher voucher() {
        return voucher;
    }

    byte[] sign(byte[] bytes) {
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initSign(secret);
            signature.update(bytes);
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What one key signs of the next, and the first of itself. */
    static byte[] vouched(byte[] publicKey) {
        var bytes = Arrays.copyOf(VOUCHING, VOUCHING.length + publicKey.length);
        System.arraycopy(publicKey, 0, bytes, VOUCHING.length, publicKey.length);
        return bytes;
    }

    /** Whether the signature is the key's; anything that is none is not. */
    static boolean verifies(byte[] publicKey, byte[] bytes, byte[] signature) {
        try {
            return verifies(
                    KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(publicKey)),
                    bytes,
                    signature);
        } catch (GeneralSecurityException none) {
            return false;
        }
    }

    static boolean verifies(PublicKey key, byte[] bytes, byte[] signature) {
        try {
            var check = Signature.getInstance(ALGORITHM);
            check.initVerify(key);
            check.update(bytes);
            return check.verify(signature);
        } catch (GeneralSecurityException none) {
            return false;
        }
    }

    private static Voucher voucher(byte[] bytes) {
        return new Voucher(
                new String(bytes, 0, 16, StandardCharsets.US_ASCII), Arrays.copyOfRange(bytes, 16, bytes.length));
    }

    private static byte[] block(String text, String name) throws GeneralSecurityException {
        var found = Pattern.compile("-----BEGIN " + name + "-----([^-]+)-----END " + name + "-----")
                .matcher(text);
        if (!found.find()) {
            throw new GeneralSecurityException("No " + name);
        }
        return Base64.getMimeDecoder().decode(found.group(1));
    }

    private static String block(String name, byte[] bytes) {
        return "-----BEGIN " + name + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes) + "\n-----END " + name
                + "-----\n";
    }

    @Override
    public String toString() {
        return "SealingKey[" + id() + "]";
    }
}
