package org.relais.doors;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/** The content of a file that waits, with one problem in it. */
final class StagedText {

    private StagedText() {}

    static byte[] packed(String problem) {
        var packed = new ByteArrayOutputStream();
        try (var stream = new GZIPOutputStream(packed)) {
            stream.write("""
                    {"resourceType":"Bundle","type":"collection","entry":[
                    {"resource":{"resourceType":"Patient","id":"p","name":[{"family":"Nuage"}]}},
                    {"resource":{"resourceType":"Condition","id":"c","subject":{"reference":"Patient/p"},\
                    "code":{"text":"%s"}}}]}""".formatted(problem).getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }
}
