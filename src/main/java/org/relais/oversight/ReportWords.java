package org.relais.oversight;

/** Puts a person's own report into words, in the person's language. */
@FunctionalInterface
public interface ReportWords {

    ReportText text(OwnReport report);
}
