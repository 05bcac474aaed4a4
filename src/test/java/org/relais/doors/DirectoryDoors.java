package org.relais.doors;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;

import org.relais.directory.AddSheet;
import org.relais.directory.Need;
import org.relais.directory.PartnerDetails;
import org.relais.directory.PartnerDirectory;
import org.relais.directory.PartnerExport;
import org.relais.directory.PartnerFilter;
import org.relais.directory.PartnerImport;
import org.relais.directory.SheetContent;
import org.relais.directory.SheetFilter;
import org.relais.directory.SheetLibrary;
import org.relais.shared.PartnerId;
import org.relais.shared.SheetId;
import org.relais.staff.Role;

/** The doors of the directory and the library. */
@TestComponent
class DirectoryDoors extends RoomDoors {

    private static final Set<Role> EVERYBODY = EnumSet.allOf(Role.class);
    private static final Set<Role> KEEPERS = EnumSet.of(Role.SOCIAL_WORKER, Role.COORDINATOR);
    private static final byte[] FILE = "Organisation;Aide pour\r\nDoors;Logement".getBytes(StandardCharsets.UTF_8);

    DirectoryDoors(
            PartnerDirectory directory,
            PartnerImport imports,
            PartnerExport exports,
            SheetLibrary library,
            TransactionTemplate transaction) {
        super(transaction);
        partners(directory);
        files(imports, exports);
        sheets(library);
    }

    private void partners(PartnerDirectory directory) {
        role(
                "PartnerDirectory.search(PartnerFilter,PartnerCursor,int)",
                EVERYBODY,
                row -> directory.search(PartnerFilter.ALL, null, 10));
        role("PartnerDirectory.count(PartnerFilter)", EVERYBODY, row -> directory.count(PartnerFilter.ALL));
        role("PartnerDirectory.find(PartnerId)", EVERYBODY, row -> directory.find(PartnerId.create()));
        role("PartnerDirectory.history(PartnerId)", EVERYBODY, row -> directory.history(PartnerId.create()));
        role("PartnerDirectory.names(PartnerId)", EVERYBODY, row -> directory.names(PartnerId.create()));
        role("PartnerDirectory.places()", EVERYBODY, row -> directory.places());
        role("PartnerDirectory.languages()", EVERYBODY, row -> directory.languages());
        role("PartnerDirectory.verifiedDays()", EVERYBODY, row -> directory.verifiedDays());
        role(
                "PartnerDirectory.add(PartnerId,PartnerDetails)",
                KEEPERS,
                row -> undone(() -> directory.add(
                        PartnerId.create(),
                        PartnerDetails.of("Doors " + PartnerId.create(), Set.of(Need.OTHER), null))));
        role(
                "PartnerDirectory.change(PartnerId,int,PartnerDetails)",
                KEEPERS,
                row -> undone(() ->
                        directory.change(PartnerId.create(), 1, PartnerDetails.of("Doors", Set.of(Need.OTHER), null))));
        role(
                "PartnerDirectory.verify(PartnerId,int)",
                KEEPERS,
                row -> undone(() -> directory.verify(PartnerId.create(), 1)));
        role(
                "PartnerDirectory.withdraw(PartnerId,int,boolean)",
                KEEPERS,
                row -> undone(() -> directory.withdraw(PartnerId.create(), 1, true)));
    }

    private void files(PartnerImport imports, PartnerExport exports) {
        role("PartnerImport.preview(byte[])", KEEPERS, row -> imports.preview(FILE));
        role("PartnerImport.apply(byte[],String)", KEEPERS, row -> undone(() -> imports.apply(FILE, "none")));
        role("PartnerExport.write(PartnerFilter,Locale,OutputStream)", KEEPERS, row -> {
            try {
                var out = new ByteArrayOutputStream();
                exports.write(PartnerFilter.ALL, Locale.FRENCH, out);
                return out.size();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
    }

    private void sheets(SheetLibrary library) {
        role(
                "SheetLibrary.list(SheetFilter,SheetCursor,int)",
                EVERYBODY,
                row -> library.list(SheetFilter.ALL, null, 10));
        role("SheetLibrary.find(SheetId)", EVERYBODY, row -> library.find(SheetId.create()));
        role("SheetLibrary.editions(SheetId)", EVERYBODY, row -> library.editions(SheetId.create()));
        role("SheetLibrary.open(SheetId,int)", EVERYBODY, row -> library.open(SheetId.create(), 1));
        role(
                "SheetLibrary.add(AddSheet)",
                KEEPERS,
                row -> undone(() -> library.add(
                        new AddSheet(SheetId.create(), "Doors", null, "fr", new SheetContent.Text("Text")))));
        role(
                "SheetLibrary.renew(SheetId,int,String,SheetContent)",
                KEEPERS,
                row -> undone(() -> library.renew(SheetId.create(), 1, "Doors", new SheetContent.Text("Text"))));
        role(
                "SheetLibrary.withdraw(SheetId,int,boolean)",
                KEEPERS,
                row -> undone(() -> library.withdraw(SheetId.create(), 1, true)));
    }
}
