package org.relais.oversight;

/** A request with the number of the record it is about. */
public record AskedReport(ReportRequest request, String fileNumber) {}
