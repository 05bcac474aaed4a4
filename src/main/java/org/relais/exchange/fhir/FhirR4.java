package org.relais.exchange.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IJsonLikeParser;
import org.springframework.stereotype.Component;

/** The FHIR R4 model, built once: it is expensive, and safe to share between threads. */
@Component
class FhirR4 {

    private final FhirContext context = FhirContext.forR4();

    FhirR4() {
        // A resource keeps its own id: the source key of the fact hangs on it.
        context.getParserOptions().setOverrideResourceIdWithBundleEntryFullUrl(false);
    }

    /** A parser for one file, refusing whatever is not FHIR R4. Not safe to share. */
    IJsonLikeParser parser() {
        var parser = (IJsonLikeParser) context.newJsonParser();
        parser.setParserErrorHandler(new RefusingErrorHandler());
        return parser;
    }

    boolean knows(String resourceType) {
        return context.getResourceTypes().contains(resourceType);
    }
}
