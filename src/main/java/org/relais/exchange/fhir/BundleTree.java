package org.relais.exchange.fhir;

import java.io.IOException;
import java.io.UncheckedIOException;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

import org.relais.exchange.referral.Fault;
import org.relais.exchange.referral.Place;

/**
 * The tree of a file's JSON, as HAPI's parser takes it. Guarded against what a parser of trusted files lets pass: depth,
 * endless texts and numbers, a name twice in one object, anything after the end.
 */
final class BundleTree {

    private final ReferralLimits limits;
    private final JsonMapper mapper;

    BundleTree(ReferralLimits limits) {
        this.limits = limits;
        var factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(limits.nesting())
                        .maxStringLength(limits.textLength())
                        .maxTokenCount(limits.tokens())
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        // Decimals keep their digits: 37.0 and 37 are not the same precision.
        this.mapper = JsonMapper.builder(factory)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .build();
    }

    ObjectNode read(String text) {
        var first = text.stripLeading().charAt(0);
        if (first != '{' && first != '[') {
            throw new Refused(new Place.Line(1, 1), Fault.NOT_JSON);
        }
        try (var parser = mapper.createParser(text)) {
            return root(parser);
        } catch (JsonEOFException early) {
            throw new Refused(place(early.getLocation()), Fault.JSON_ENDS_EARLY);
        } catch (JsonProcessingException damaged) {
            throw new Refused(place(damaged.getLocation()), Fault.JSON_DAMAGED);
        } catch (IOException impossible) {
            throw new UncheckedIOException("A text in memory cannot fail to be read", impossible);
        }
    }

    private ObjectNode root(JsonParser parser) throws IOException {
        try {
            var tree = mapper.<JsonNode>readTree(parser);
            TreeCheck.check(tree);
            if (tree instanceof ObjectNode root) {
                return root;
            }
        } catch (StreamConstraintsException beyond) {
            var place = place(parser.currentLocation());
            if (parser.currentTokenCount() > limits.tokens()) {
                throw new Refused(place, Fault.TOO_MANY_VALUES, limits.tokens());
            }
            throw parser.getParsingContext().getNestingDepth() > limits.nesting()
                    ? new Refused(place, Fault.TOO_DEEP, limits.nesting())
                    : new Refused(place, Fault.TEXT_TOO_LONG);
        }
        throw new Refused(new Place.Line(1, 1), Fault.NOT_A_BUNDLE, "?");
    }

    private static Place place(@Nullable JsonLocation location) {
        return location == null
                ? new Place.WholeFile()
                : new Place.Line(Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
    }
}
