package org.relais.directory;

import java.util.Arrays;
import java.util.Objects;

/** What a sheet holds. */
public sealed interface SheetContent {

    /** A file to print. */
    record Pdf(String fileName, byte[] bytes) implements SheetContent {

        @Override
        public boolean equals(Object other) {
            return other instanceof Pdf(var name, var content)
                    && name.equals(fileName)
                    && Arrays.equals(content, bytes);
        }

        @Override
        public int hashCode() {
            return Objects.hash(fileName, Arrays.hashCode(bytes));
        }

        @Override
        public String toString() {
            return fileName + " (" + bytes.length + ")";
        }
    }

    /** A text to read and to print. */
    record Text(String words) implements SheetContent {}
}
