package org.relais.exchange.referral;

/** Where in a file the fault stands, as exactly as it is known. */
public sealed interface Place {

    /** The key of the wording in the bundles. */
    String key();

    /** The values of its placeholders. */
    Object[] arguments();

    /** No single place: the file as such. */
    record WholeFile() implements Place {

        @Override
        public String key() {
            return "exchange.place.file";
        }

        @Override
        public Object[] arguments() {
            return new Object[0];
        }
    }

    /** A place in the text. Both count from 1, columns in UTF-16 units. */
    record Line(int line, int column) implements Place {

        @Override
        public String key() {
            return "exchange.place.line";
        }

        @Override
        public Object[] arguments() {
            return new Object[] {line, column};
        }
    }

    /** After so many unpacked bytes. */
    record Offset(long bytes) implements Place {

        @Override
        public String key() {
            return "exchange.place.offset";
        }

        @Override
        public Object[] arguments() {
            return new Object[] {bytes};
        }
    }

    /** A FHIR path from the root, entries counted from 0: {@code Bundle.entry[12].resource.birthDate}. */
    record Path(String path) implements Place {

        @Override
        public String key() {
            return "exchange.place.path";
        }

        @Override
        public Object[] arguments() {
            return new Object[] {path};
        }
    }
}
