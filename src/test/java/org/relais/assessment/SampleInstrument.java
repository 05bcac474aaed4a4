package org.relais.assessment;

/** A small instrument with what the shipped ones do not have: skipped items and an alert on a single item. */
final class SampleInstrument {

    static final String YAML = """
            rule: {code: SAMPLE, version: 1, validFrom: 2025-01-01, source: a test, approvedBy: none}
            name: {fr: f, en: e, sv: s}
            instruction: {fr: f, en: e, sv: s}
            licence: {terms: free, credit: nobody}
            loinc: {panel: 72110-0, total: 75624-7}
            maximum: 15
            items:
              - code: FREQUENCY
                title: {fr: f, en: e, sv: s}
                values:
                  - {value: 0, anchor: {fr: f, en: e, sv: s}}
                  - {value: 1}
                  - {value: 4, anchor: {fr: f, en: e, sv: s}}
              - code: AMOUNT
                title: {fr: f, en: e, sv: s}
                values: [{value: 0}, {value: 2}, {value: 3}]
                skippedWhen:
                  - {items: [FREQUENCY], atMost: 0}
              - code: BINGE
                title: {fr: f, en: e, sv: s}
                values: [{value: 0}, {value: 5}]
                skippedWhen:
                  - {items: [FREQUENCY, AMOUNT], atMost: 1}
              - code: THOUGHTS
                title: {fr: f, en: e, sv: s}
                values: [{value: 0}, {value: 1}, {value: 3}]
            profiles:
              - code: STANDARD
                name: {fr: f, en: e, sv: s}
                bands:
                  - {code: LOW, from: 0, to: 7, severity: OK, label: {fr: f, en: e, sv: s}}
                  - {code: HIGH, from: 8, to: 15, severity: CRITICAL, label: {fr: f, en: e, sv: s}}
            alerts:
              - code: THOUGHTS
                severity: CRITICAL
                text: {fr: f, en: e, sv: s}
                when:
                  - - {anyOf: [THOUGHTS], atLeast: 1}
            actions:
              - {code: CALL, atLeast: 8, severity: WARNING, withinMinutes: 60, text: {fr: f, en: e, sv: s}}
            notAssessable:
              advice: {fr: f, en: e, sv: s}
              reasons:
                - {code: ASLEEP, detailRequired: false, text: {fr: f, en: e, sv: s}}
            """;

    private SampleInstrument() {}

    static Instrument load() {
        return RuleFiles.load(AssessmentRules.INSTRUMENT, YAML);
    }
}
