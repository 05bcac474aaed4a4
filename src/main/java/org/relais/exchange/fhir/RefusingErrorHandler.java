package org.relais.exchange.fhir;

import ca.uhn.fhir.parser.IParserErrorHandler;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ScalarType;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ValueType;
import org.jspecify.annotations.Nullable;

import org.relais.exchange.referral.Fault;

/**
 * Refuses everything the parser would otherwise skip or guess: an element that is not understood may change the meaning
 * of those that are. HAPI's own strict handler words its errors in English and quotes values, so it is not used.
 */
final class RefusingErrorHandler implements IParserErrorHandler {

    @Override
    public void containedResourceWithNoId(@Nullable IParseLocation location) {
        throw new Unfit(Fault.INVALID_RESOURCE, "contained", null);
    }

    @Override
    public void incorrectJsonType(
            @Nullable IParseLocation location,
            String element,
            @Nullable ValueType expected,
            @Nullable ScalarType expectedScalar,
            @Nullable ValueType found,
            @Nullable ScalarType foundScalar) {
        throw new Unfit(Fault.WRONG_SHAPE, element, null);
    }

    @Override
    public void invalidValue(@Nullable IParseLocation location, @Nullable String value, String error) {
        throw new Unfit(Fault.INVALID_VALUE, null, value);
    }

    @Override
    public void missingRequiredElement(@Nullable IParseLocation location, String element) {
        throw new Unfit(Fault.INVALID_RESOURCE, element, null);
    }

    @Override
    public void unexpectedRepeatingElement(@Nullable IParseLocation location, String element) {
        throw new Unfit(Fault.REPEATED_ELEMENT, element, null, element);
    }

    @Override
    public void unknownAttribute(@Nullable IParseLocation location, String element) {
        throw new Unfit(Fault.UNKNOWN_ELEMENT, element, null, element);
    }

    @Override
    public void unknownElement(@Nullable IParseLocation location, String element) {
        throw new Unfit(Fault.UNKNOWN_ELEMENT, element, null, element);
    }

    @Override
    public void unknownReference(@Nullable IParseLocation location, String reference) {
        throw new Unfit(Fault.INVALID_VALUE, null, reference);
    }

    @Override
    public void invalidInternalReference(@Nullable IParseLocation location, String reference) {
        throw new Unfit(Fault.INVALID_VALUE, null, reference);
    }

    @Override
    public void extensionContainsValueAndNestedExtensions(@Nullable IParseLocation location) {
        throw new Unfit(Fault.INVALID_RESOURCE, "extension", null);
    }
}
