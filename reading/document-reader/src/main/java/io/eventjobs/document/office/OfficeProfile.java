package io.eventjobs.document.office;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** LibreOffice settings that forbid running code, fetching resources and interactive questions. */
final class OfficeProfile {
    private static final String SETTINGS =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <oor:items xmlns:oor="http://openoffice.org/2001/registry">
            %s</oor:items>
            """;
    private static final String SETTING =
            "<item oor:path=\"/org.openoffice.%s\"><prop oor:name=\"%s\" oor:op=\"fuse\"><value>%s</value></prop></item>\n";

    /** A proxy that does not exist, so that remaining requests fail. */
    private static final String NOBODY = "127.0.0.1";

    private OfficeProfile() {}

    /** @param folder must not exist yet */
    static void write(Path folder) throws IOException {
        String settings = setting("Office.Common/Security/Scripting", "MacroSecurityLevel", "3")
                + setting("Office.Common/Security/Scripting", "DisableMacrosExecution", "true")
                + setting("Office.Common/Security/Scripting", "DisablePythonRuntime", "true")
                + setting("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true")
                + setting("Office.Common/Security/Scripting", "DisableActiveContent", "true")
                + setting("Office.Common/Security/Scripting", "DisableOLEAutomation", "true")
                + setting("Office.Common/Load", "UpdateDocMode", "0")
                + setting("Office.Writer/Content/Update", "Link", "2")
                + setting("Office.Common/Misc", "FirstRun", "false")
                + setting("Office.Common/Misc", "CrashReport", "false")
                + setting("Inet/Settings", "ooInetProxyType", "1")
                + setting("Inet/Settings", "ooInetHTTPProxyName", NOBODY)
                + setting("Inet/Settings", "ooInetHTTPProxyPort", "9")
                + setting("Inet/Settings", "ooInetHTTPSProxyName", NOBODY)
                + setting("Inet/Settings", "ooInetHTTPSProxyPort", "9")
                + setting("Inet/Settings", "ooInetNoProxy", "");
        Path user = Files.createDirectories(folder.resolve("user"));
        Files.writeString(user.resolve("registrymodifications.xcu"), SETTINGS.formatted(settings));
    }

    private static String setting(String path, String name, String value) {
        return SETTING.formatted(path, name, value);
    }
}
