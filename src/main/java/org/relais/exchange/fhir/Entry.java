package org.relais.exchange.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/**
 * One resource of the bundle.
 *
 * @param index counts from 0 in the order of the file
 * @param json the resource as it stood in the file
 * @param id its own id, else its full URL, else a hash of its content
 */
record Entry(
        int index,
        ObjectNode json,
        Resource resource,
        @Nullable String fullUrl,
        String id,
        boolean hashed) {

    String type() {
        return resource.fhirType();
    }

    String path() {
        return path(index);
    }

    JsonPaths paths() {
        return new JsonPaths(json, path());
    }

    static String path(int index) {
        return "Bundle.entry[" + index + "].resource";
    }
}
