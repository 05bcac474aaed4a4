package org.relais.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;

import org.relais.exchange.referral.Fault;

/** Files nobody should send, made anew from a seed: of each kind another one. */
public final class HostileFiles {

    private final Random random;

    private HostileFiles(long seed) {
        this.random = new Random(seed);
    }

    /** One of every kind. */
    public static List<Hostile> of(long seed) {
        return new HostileFiles(seed).all();
    }

    /** A bundle about one person with as many problems, under numbers of its own. */
    public static byte[] bundle(String family, String birth, int problems) {
        return bundle(UUID.randomUUID().toString(), family, birth, problems);
    }

    /** As {@link #bundle(String, String, int)}, of the person whom the source calls by this number. */
    public static byte[] bundle(String number, String family, String birth, int problems) {
        var entries = new StringBuilder(patient("p", number, family, birth));
        for (int i = 0; i < problems; i++) {
            entries.append(',').append(problem("c" + i, "Patient/p", "Problem " + i));
        }
        return bytes(wrapped(entries.toString()));
    }

    private List<Hostile> all() {
        var good = new String(bundle("Nuage", "1980-02-29", 1 + random.nextInt(3)), StandardCharsets.UTF_8);
        var number = UUID.randomUUID().toString();
        var person = patient("p", number, "Nuage", "1980-02-29");
        var broken = new StringBuilder(good);
        return List.of(
                kind("empty", new byte[0], Fault.EMPTY),
                kind("blank", bytes(" \n\t".repeat(1 + random.nextInt(400))), Fault.EMPTY),
                kind("huge", new byte[32 * 1024 * 1024 + 1 + random.nextInt(1024)], Fault.FILE_TOO_LARGE),
                kind("bomb", gzip(new byte[64 * 1024 * 1024 + random.nextInt(1024)]), Fault.UNPACKED_TOO_LARGE),
                kind("swarm", gzip(bytes("[" + "{},".repeat(1_200_000) + "{}]")), Fault.TOO_MANY_VALUES),
                kind("deep", bytes("{\"a\":" + "[".repeat(65 + random.nextInt(100_000))), Fault.TOO_DEEP),
                kind("deep-objects", bytes("{\"a\":".repeat(65 + random.nextInt(10_000))), Fault.TOO_DEEP),
                kind(
                        "digits",
                        bytes("{\"total\":" + "9".repeat(1_001 + random.nextInt(9_000)) + "}"),
                        Fault.TEXT_TOO_LONG),
                kind("cut", bytes(good.substring(0, 1 + random.nextInt(good.length() - 2))), Fault.JSON_ENDS_EARLY),
                kind("twice", bytes("{\"type\":\"batch\",\"type\":\"batch\"}"), Fault.JSON_DAMAGED),
                kind("tail", bytes(good + " {}"), Fault.JSON_DAMAGED),
                kind("page", bytes("<!DOCTYPE html><title>" + random.nextInt() + "</title>"), Fault.NOT_JSON),
                kind("noise", bytes("PK\u0003\u0004" + random.nextLong()), Fault.NOT_JSON),
                kind(
                        "latin1",
                        good.replace("Nuage", "No\u00EBl").getBytes(StandardCharsets.ISO_8859_1),
                        Fault.NOT_UTF8),
                kind("utf16", good.getBytes(StandardCharsets.UTF_16), Fault.NOT_UTF8),
                kind("half", bytes(good.replace("Nuage", "Nu\\ud800age")), Fault.CONTROL_CHARACTER),
                kind("control", bytes(good.replace("Nuage", "Nu\\u0000age")), Fault.CONTROL_CHARACTER),
                kind("override", bytes(good.replace("Nuage", "Nu\\u202eage")), Fault.CONTROL_CHARACTER),
                kind("not-a-bundle", bytes("{\"resourceType\":\"Patient\"}"), Fault.NOT_A_BUNDLE),
                kind("wrong-type", bytes(good.replace("\"1980-02-29\"", "{\"year\":1980}")), Fault.UNKNOWN_ELEMENT),
                kind(
                        "no-list",
                        bytes("{\"resourceType\":\"Bundle\",\"type\":\"batch\",\"entry\":{}}"),
                        Fault.WRONG_SHAPE),
                kind(
                        "unknown",
                        bytes(wrapped(person + ",{\"resource\":{\"resourceType\":\"Spell\"}}")),
                        Fault.UNKNOWN_RESOURCE),
                kind(
                        "element",
                        bytes(good.replace("\"birthDate\"", "\"shoeSize\":\"42\",\"birthDate\"")),
                        Fault.UNKNOWN_ELEMENT),
                kind("nobody", bytes(wrapped(problem("c", "Patient/p", "Alone"))), Fault.NO_PATIENT),
                kind(
                        "two",
                        bytes(wrapped(
                                person + "," + patient("q", UUID.randomUUID().toString(), "Autre", "1981-01-01"))),
                        Fault.TWO_PATIENTS),
                kind(
                        "other",
                        bytes(wrapped(person + "," + problem("c", "Patient/q", "Not theirs"))),
                        Fault.OTHER_SUBJECT),
                kind(
                        "doubles",
                        bytes(wrapped(
                                person + "," + problem("c", "Patient/p", "A") + "," + problem("c", "Patient/p", "B"))),
                        Fault.DOUBLE_ENTRY),
                kind(
                        "unborn",
                        bytes(good.replace("1980-02-29", (2100 + random.nextInt(90)) + "-01-01")),
                        Fault.BIRTH_IN_FUTURE),
                kind("no-day", bytes(good.replace("1980-02-29", "1981-02-29")), Fault.INVALID_VALUE),
                kind(
                        "deleting",
                        bytes(good.replaceFirst(
                                "\\{\"resource\"",
                                "{\"request\":{\"method\":\"DELETE\",\"url\":\"Patient/p\"},\"resource\"")),
                        Fault.ENTRY_DELETES),
                kind("bit", flipped(broken), Fault.JSON_DAMAGED),
                new Hostile("packed-not.json.gz", bytes(good), Fault.NOT_GZIP),
                new Hostile("torn.json.gz", torn(gzip(bytes(good))), Fault.GZIP_ENDS_EARLY));
    }

    // A mark that JSON needs, taken away
    private byte[] flipped(StringBuilder text) {
        var colon = text.indexOf("\":");
        text.setCharAt(colon + 1, ';');
        return bytes(text.toString());
    }

    private byte[] torn(byte[] packed) {
        return java.util.Arrays.copyOf(packed, 12 + random.nextInt(packed.length - 24));
    }

    private static Hostile kind(String kind, byte[] content, Fault fault) {
        return new Hostile(kind + ".json", content, fault);
    }

    private static String patient(String id, String number, String family, String birth) {
        return """
                {"resource":{"resourceType":"Patient","id":"%s","identifier":[{"system":"urn:test:source","value":"%s"}],\
                "name":[{"family":"%s","given":["Ada"]}],"birthDate":"%s"}}""".formatted(id, number, family, birth);
    }

    private static String problem(String id, String subject, String words) {
        return """
                {"resource":{"resourceType":"Condition","id":"%s","subject":{"reference":"%s"},"code":{"text":"%s"}}}""".formatted(id, subject, words);
    }

    private static String wrapped(String entries) {
        return "{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":[" + entries + "]}";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(byte[] bytes) {
        var packed = new ByteArrayOutputStream();
        try (var stream = new GZIPOutputStream(packed)) {
            stream.write(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }

    /** A file and why it is refused. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Hostile(String name, byte[] content, Fault fault) {}
}
