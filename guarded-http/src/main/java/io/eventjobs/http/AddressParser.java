package io.eventjobs.http;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Validates an address and normalises it to the URI that is connected to: with a single parser no two can disagree about it. */
final class AddressParser {
    private static final int MAX_LENGTH = 4_000;
    private static final int MAX_HOST_LENGTH = 253;
    private static final int MAX_PORT = 65_535;
    private static final Pattern PORT = Pattern.compile(":[0-9]{0,6}$");
    private static final Pattern NUMERIC_LABEL = Pattern.compile("(?i)0x[0-9a-f]*|[0-9]+");
    private static final Pattern DOTTED_QUAD = Pattern.compile(
            "(?:(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\\.){3}(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])");
    private static final Pattern NAME =
            Pattern.compile("(?i)[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?(?:\\.[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?)*\\.?");

    private final AllowedHosts allowed;

    AddressParser(AllowedHosts allowed) {
        this.allowed = allowed;
    }

    /** The normalised address, without fragment. */
    URI parse(String address) throws FetchException {
        if (address.length() > MAX_LENGTH) {
            throw invalid("it must have at most " + MAX_LENGTH + " characters");
        }
        return checked(leniently(address.strip()));
    }

    /** As {@link #parse(String)}, for the {@code Location} of a redirect, which may be relative. */
    URI resolve(URI base, String location) throws FetchException {
        URI next = checked(joined(base, location.strip()));
        if (base.getScheme().equals("https") && next.getScheme().equals("http")) {
            throw new FetchException(FetchCode.INVALID_ADDRESS, "The host redirects from https to http.");
        }
        return next;
    }

    /** {@link URI#resolve} follows RFC 2396, which drops the last path segment if the reference is a query only; RFC 3986 keeps it. */
    private static URI joined(URI base, String location) throws FetchException {
        String reference = location.startsWith("?") ? base.getRawPath() + location : location;
        return base.resolve(leniently(reference));
    }

    private URI checked(URI address) throws FetchException {
        String scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw invalid("its scheme must be http or https");
        }
        if (address.getRawUserInfo() != null) {
            throw invalid("it must not contain a user name or password");
        }
        String host = host(address);
        int number = port(address.getRawAuthority());
        checkPort(number, host);
        try {
            String path = address.getRawPath() == null || address.getRawPath().isEmpty() ? "/" : address.getRawPath();
            String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
            String port = number < 0 ? "" : ":" + number;
            return new URI(scheme + "://" + host + port + path + query);
        } catch (URISyntaxException e) {
            throw invalid("it is not well-formed");
        }
    }

    private String host(URI address) throws FetchException {
        String authority = address.getRawAuthority();
        if (authority == null) {
            throw invalid("it must have a host");
        }
        String host = host(authority).toLowerCase(Locale.ROOT);
        if (host.startsWith("[")) {
            if (address.getHost() == null) {
                throw invalid("its host is not well-formed");
            }
            return host;
        }
        String ascii = ascii(host);
        if (ascii.length() > MAX_HOST_LENGTH || !NAME.matcher(ascii).matches() || isAmbiguousNumber(ascii)) {
            throw invalid("its host is not well-formed");
        }
        if (isInternalName(ascii) && !allowed.contains(ascii)) {
            throw blocked();
        }
        return ascii;
    }

    /** The host of an authority without user name. Not {@link URI#getHost()}, which is null if the host has an underscore. */
    static String host(String authority) {
        return PORT.matcher(authority).replaceFirst("");
    }

    /** Not {@link URI#getPort()}, which is -1 if the host has an underscore or a non-ASCII letter. */
    private static int port(String authority) throws FetchException {
        Matcher port = PORT.matcher(authority);
        if (!port.find() || port.group().length() == 1) {
            return -1;
        }
        int number = Integer.parseInt(port.group().substring(1));
        if (number < 1 || number > MAX_PORT) {
            throw invalid("its port must be 1 to " + MAX_PORT);
        }
        return number;
    }

    private static String ascii(String host) throws FetchException {
        try {
            return IDN.toASCII(host, IDN.ALLOW_UNASSIGNED);
        } catch (IllegalArgumentException e) {
            throw invalid("its host is not well-formed");
        }
    }

    /** Programs disagree about octal, hexadecimal and short forms of IPv4 addresses. */
    private static boolean isAmbiguousNumber(String host) {
        String name = withoutRoot(host);
        String last = name.substring(name.lastIndexOf('.') + 1);
        return NUMERIC_LABEL.matcher(last).matches()
                && !DOTTED_QUAD.matcher(host).matches();
    }

    private static boolean isInternalName(String host) {
        String name = withoutRoot(host);
        return name.equals("localhost")
                || name.endsWith(".localhost")
                || name.endsWith(".local")
                || name.endsWith(".internal")
                || name.endsWith(".svc")
                || name.endsWith(".home.arpa");
    }

    private static String withoutRoot(String host) {
        return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    }

    private void checkPort(int port, String host) throws FetchException {
        boolean isDefault = port < 0 || port == 80 || port == 443;
        if (!isDefault && !allowed.contains(host)) {
            throw blocked();
        }
    }

    /** Percent-encodes spaces and other characters that browsers accept unencoded. */
    private static URI leniently(String address) throws FetchException {
        StringBuilder encoded = new StringBuilder(address.length() + 16);
        int authorityEnd = authorityEnd(address);
        for (int i = 0; i < address.length(); ) {
            int point = address.codePointAt(i);
            if (point == '\\' || Character.isISOControl(point)) {
                throw invalid("it must not contain backslashes or control characters");
            }
            if (point == '#') {
                break;
            }
            append(encoded, point, i < authorityEnd);
            i += Character.charCount(point);
        }
        try {
            return new URI(encoded.toString());
        } catch (URISyntaxException e) {
            throw invalid("it is not well-formed");
        }
    }

    private static void append(StringBuilder encoded, int point, boolean inAuthority) {
        boolean encode = !inAuthority && (point > 0x7e || " \"<>^`{|}".indexOf(point) >= 0);
        if (!encode) {
            encoded.appendCodePoint(point);
            return;
        }
        for (byte b : new String(Character.toChars(point)).getBytes(StandardCharsets.UTF_8)) {
            encoded.append('%').append(String.format(Locale.ROOT, "%02X", b));
        }
    }

    private static int authorityEnd(String address) {
        int start = address.indexOf("//");
        if (start < 0) {
            return 0;
        }
        for (int i = start + 2; i < address.length(); i++) {
            if ("/?#".indexOf(address.charAt(i)) >= 0) {
                return i;
            }
        }
        return address.length();
    }

    private static FetchException invalid(String why) {
        return new FetchException(FetchCode.INVALID_ADDRESS, "The address is not valid: " + why + ".");
    }

    static FetchException blocked() {
        return new FetchException(FetchCode.ADDRESS_BLOCKED, "The address is not allowed.");
    }
}
