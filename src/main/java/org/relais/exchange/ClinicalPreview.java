package org.relais.exchange;

import java.util.List;

/** The clinical part of a file as the record would hold it, by type of entry. */
public record ClinicalPreview(List<Group> groups) {

    public ClinicalPreview {
        groups = List.copyOf(groups);
    }

    /**
     * The entries of one type, those that call for attention first, else in the order of the file.
     *
     * @param type the FHIR resource type
     */
    public record Group(String type, List<PreviewLine> lines) {

        public Group {
            lines = List.copyOf(lines);
        }
    }
}
