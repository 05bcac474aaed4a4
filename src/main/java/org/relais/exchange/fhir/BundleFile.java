package org.relais.exchange.fhir;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

import org.springframework.util.unit.DataSize;

import org.relais.exchange.referral.Fault;
import org.relais.exchange.referral.Place;

/** Brings the text of a file into memory: plain or packed, UTF-8, never more than the limits allow. */
final class BundleFile {

    private static final Place WHOLE = new Place.WholeFile();
    private static final int BLOCK = 64 * 1024;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private BundleFile() {}

    static byte[] read(Path file, ReferralLimits limits) {
        if (!Files.isRegularFile(file)) {
            throw new Refused(WHOLE, Fault.NOT_A_FILE);
        }
        try (var stream = new BufferedInputStream(Files.newInputStream(file), BLOCK)) {
            if (Files.size(file) > limits.fileSize().toBytes()) {
                throw new Refused(WHOLE, Fault.FILE_TOO_LARGE, limits.fileSize().toMegabytes());
            }
            return unpacked(String.valueOf(file), stream, limits);
        } catch (IOException unreadable) {
            throw new Refused(WHOLE, Fault.UNREADABLE);
        }
    }

    static byte[] read(String name, byte[] content, ReferralLimits limits) {
        if (content.length > limits.fileSize().toBytes()) {
            throw new Refused(WHOLE, Fault.FILE_TOO_LARGE, limits.fileSize().toMegabytes());
        }
        try (var stream = new BufferedInputStream(new ByteArrayInputStream(content), BLOCK)) {
            return unpacked(name, stream, limits);
        } catch (IOException unreadable) {
            throw new Refused(WHOLE, Fault.UNREADABLE);
        }
    }

    private static byte[] unpacked(String name, BufferedInputStream stream, ReferralLimits limits) throws IOException {
        return packed(name, stream) ? unpack(stream, limits.unpackedSize()) : plain(stream, limits);
    }

    /** Packed is what begins as gzip does; a name that promises it and does not keep it is refused. */
    private static boolean packed(String name, BufferedInputStream stream) throws IOException {
        stream.mark(2);
        var first = stream.read();
        var second = stream.read();
        stream.reset();
        if (first < 0) {
            throw new Refused(WHOLE, Fault.EMPTY);
        }
        var magic = first == (GZIPInputStream.GZIP_MAGIC & 0xFF) && second == (GZIPInputStream.GZIP_MAGIC >> 8);
        if (!magic && name.toLowerCase(Locale.ROOT).endsWith(".gz")) {
            throw new Refused(WHOLE, Fault.NOT_GZIP);
        }
        return magic;
    }

    private static byte[] plain(InputStream stream, ReferralLimits limits) throws IOException {
        var out = new ByteArrayOutputStream();
        copy(stream, out, limits.fileSize(), Fault.FILE_TOO_LARGE);
        return out.toByteArray();
    }

    private static byte[] unpack(InputStream packed, DataSize limit) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var stream = new GZIPInputStream(packed, BLOCK)) {
            copy(stream, out, limit, Fault.UNPACKED_TOO_LARGE);
        } catch (EOFException early) {
            throw new Refused(new Place.Offset(out.size()), Fault.GZIP_ENDS_EARLY);
        } catch (ZipException damaged) {
            throw new Refused(new Place.Offset(out.size()), Fault.GZIP_DAMAGED);
        }
        return out.toByteArray();
    }

    // Counts while it reads: what a file says of its own length is not believed.
    private static void copy(InputStream from, ByteArrayOutputStream to, DataSize limit, Fault tooLarge)
            throws IOException {
        var block = new byte[BLOCK];
        for (int read = from.read(block); read >= 0; read = from.read(block)) {
            to.write(block, 0, read);
            if (to.size() > limit.toBytes()) {
                throw new Refused(new Place.Offset(limit.toBytes()), tooLarge, limit.toMegabytes());
            }
        }
    }

    /** The text, without the mark that some senders put before it. */
    static String decode(byte[] bytes) {
        var in = ByteBuffer.wrap(bytes);
        var out = CharBuffer.allocate(bytes.length);
        var result = StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
        out.flip();
        if (result.isError()) {
            throw new Refused(endOf(out), Fault.NOT_UTF8);
        }
        if (!out.isEmpty() && out.get(0) == BYTE_ORDER_MARK) {
            out.get();
        }
        var text = out.toString();
        if (text.isBlank()) {
            throw new Refused(WHOLE, Fault.EMPTY);
        }
        return text;
    }

    private static Place endOf(CharBuffer text) {
        int line = 1;
        int column = 1;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\n') {
                line++;
                column = 1;
            } else {
                column++;
            }
        }
        return new Place.Line(line, column);
    }
}
