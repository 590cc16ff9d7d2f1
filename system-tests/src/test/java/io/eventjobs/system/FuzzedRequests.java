package io.eventjobs.system;

import io.eventjobs.system.FuzzedOperation.FuzzedParameter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Makes requests to operations of the API: a third is valid as far as the description says, the others are broken in some places. */
final class FuzzedRequests {
    private static final Pattern VARIABLE = Pattern.compile("\\{([^}]+)}");
    private static final List<String> BROKEN_QUERIES = List.of(
            "=x",
            "&&&",
            "a=%zz",
            "limit=1&limit=2",
            "limit=%F0%28%8C%28",
            "%00=%00",
            "x[]=1&x[a]=2",
            "limit=99999999999999999999",
            "?=?",
            "cursor=MTo5OTk5OTk5OTk5OTk5OTk5OTk6eA",
            IntStream.range(0, 1_200).mapToObj(i -> "p" + i + "=1").collect(Collectors.joining("&")),
            "q=" + "x".repeat(6_000));
    private static final List<String> BROKEN_SEGMENTS = List.of(
            "%2e%2e",
            "..",
            "%00",
            "%zz",
            "a;b=c",
            "a%2fb",
            "a%5cb",
            "%F0%28%8C%28",
            "%F0%9F%98%80",
            "%0d%0aX:%20y",
            "~",
            "x".repeat(3_000),
            "%25",
            "-",
            "job-",
            "upload:x",
            "*",
            "a%20b");
    private static final List<String> ODD_HEADERS = List.of(
            "Accept: */*",
            "Accept: text/html",
            "Accept: application/xml, image/*;q=0",
            "Accept: application/yaml",
            "Accept: application/cbor, application/x-ndjson",
            "Accept: ;;;",
            "Accept: application/json;q=2;charset=\"",
            "Content-Type: text/plain",
            "Content-Type: application/json; charset=utf-16",
            "Content-Type: application/json; charset=nonsense",
            "Content-Type: /",
            "Content-Type: multipart/form-data",
            "Content-Type: application/x-www-form-urlencoded",
            "Content-Encoding: gzip",
            "Idempotency-Key: " + "k".repeat(300),
            "Idempotency-Key: \u00fc",
            "Idempotency-Key: same",
            "Range: bytes=0-0,5-9",
            "Range: bytes=-0",
            "Range: bytes=9999999999999999999-",
            "Range: lines=1-2",
            "If-None-Match: *",
            "If-None-Match: W/\"x\", \"",
            "If-Match: \"x\"",
            "If-Modified-Since: yesterday",
            "If-Range: \"x\"",
            "Last-Event-ID: -1",
            "Last-Event-ID: 1.2.3",
            "Last-Event-ID: 999999999999999999.1",
            "Accept-Language: xx-\ud83d\ude00, de;q=9",
            "Accept-Encoding: gzip;q=x",
            "Cookie: session=\"; ; =x; a",
            "Origin: null",
            "Origin: https://evil.invalid",
            "HX-Request: true",
            "X-HTTP-Method-Override: DELETE",
            "X-Forwarded-For: 127.0.0.1, \u0001",
            "X-Forwarded-Host: evil.invalid:99999",
            "X-Forwarded-Proto: javascript",
            "X-Forwarded-Prefix: //evil.invalid",
            "Forwarded: for=\"_x\";host=evil.invalid",
            "traceparent: 00-00000000000000000000000000000000-0000000000000000-ff",
            "Upgrade: h2c",
            "Expect: 100-continue",
            "X-Long: " + "x".repeat(4_000));

    private final FuzzedValues values;

    FuzzedRequests(FuzzedValues values) {
        this.values = values;
    }

    /** The same request for the same random numbers and the same known ids. */
    FuzzedRequest next(FuzzedOperation operation, Random random) {
        boolean valid = random.nextInt(3) == 0;
        int broken = valid ? -1 : random.nextInt(5);
        List<String> headers = headers(operation, broken == 2, random);
        byte[] body = operation.hasBody() ? body(operation, broken, random) : new byte[0];
        String target = path(operation.template(), broken == 0, random) + query(operation, broken == 1, random);
        String method = broken == 2 && random.nextInt(10) == 0 ? oddMethod(random) : operation.method();
        return new FuzzedRequest(method, target, headers, body);
    }

    private String path(String template, boolean broken, Random random) {
        return VARIABLE.matcher(template)
                .replaceAll(variable -> Matcher.quoteReplacement(
                        broken ? brokenSegment(random) : encoded(variable(template, variable.group(1), random))));
    }

    private String variable(String template, String name, Random random) {
        if (name.equals("event") || name.equals("name")) {
            return values.known(name, random);
        }
        if (random.nextInt(4) == 0) {
            return values.anyKnown(random);
        }
        return values.known(idOf(template), random);
    }

    private static String idOf(String template) {
        if (template.contains("/batch")) {
            return "batch_id";
        }
        return Stream.of("upload", "replay", "dead_letter", "deliver")
                .filter(kind -> template.replace('-', '_').contains("/" + kind))
                .map(kind -> kind.equals("deliver") ? "delivery_id" : kind + "_id")
                .filter(id -> !template.endsWith("/deliveries"))
                .findFirst()
                .orElse("job_id");
    }

    private String brokenSegment(Random random) {
        return random.nextBoolean()
                ? BROKEN_SEGMENTS.get(random.nextInt(BROKEN_SEGMENTS.size()))
                : encoded(FuzzedValues.brokenText(random));
    }

    private String query(FuzzedOperation operation, boolean broken, Random random) {
        List<String> parts = new ArrayList<>();
        for (FuzzedParameter parameter : operation.query()) {
            if (parameter.required() || random.nextInt(3) == 0) {
                String value = broken && random.nextBoolean()
                        ? FuzzedValues.brokenText(random)
                        : values.valid(parameter.name(), parameter.schema(), random, 0)
                                .asString();
                parts.add(encoded(parameter.name()) + "=" + encoded(value));
            }
        }
        if (broken && random.nextBoolean()) {
            parts.add(BROKEN_QUERIES.get(random.nextInt(BROKEN_QUERIES.size())));
        }
        return parts.isEmpty() ? "" : "?" + String.join("&", parts);
    }

    private List<String> headers(FuzzedOperation operation, boolean broken, Random random) {
        List<String> headers = new ArrayList<>();
        headers.add(
                random.nextInt(50) == 0 ? "Authorization: Bearer wrong\u00ff" : "Authorization: Bearer " + Gateway.KEY);
        if (operation.hasBody()) {
            headers.add("Content-Type: " + operation.bodyType());
        }
        for (FuzzedParameter header : operation.headers()) {
            if (random.nextInt(4) == 0) {
                headers.add(header.name() + ": key-" + random.nextInt(20));
            }
        }
        for (int i = broken ? 1 + random.nextInt(3) : 0; i > 0; i--) {
            String odd = ODD_HEADERS.get(random.nextInt(ODD_HEADERS.size()));
            headers.removeIf(header -> header.startsWith(odd.substring(0, odd.indexOf(':') + 1)));
            headers.add(odd);
        }
        return headers;
    }

    private byte[] body(FuzzedOperation operation, int broken, Random random) {
        if (!operation.bodyType().equals("application/json")) {
            byte[] noise = new byte[random.nextInt(3_000)];
            random.nextBytes(noise);
            return random.nextBoolean() ? noise : "# News: {{title}}\n".getBytes(StandardCharsets.UTF_8);
        }
        JsonNode tree = values.valid("", operation.body(), random, 0);
        if (broken == 3) {
            for (int i = 1 + random.nextInt(2); i > 0; i--) {
                FuzzedValues.breakSomewhere(tree, random);
            }
        }
        byte[] written = FuzzedValues.written(tree);
        return broken == 4 ? brokenText(written, random) : written;
    }

    private static byte[] brokenText(byte[] json, Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> new byte[0];
            case 1 -> Arrays.copyOf(json, random.nextInt(json.length));
            case 2 -> {
                byte[] flipped = json.clone();
                flipped[random.nextInt(flipped.length)] = (byte) random.nextInt(256);
                yield flipped;
            }
            case 3 -> "[".repeat(20_000).getBytes(StandardCharsets.UTF_8);
            case 4 -> ("{\"a\":".repeat(1_500) + "1" + "}".repeat(1_500)).getBytes(StandardCharsets.UTF_8);
            case 5 -> ("\ufeff" + new String(json, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
            case 6 ->
                ("{\"event\":\"a\",\"event\":\"b\"," + new String(json, StandardCharsets.UTF_8).substring(1))
                        .getBytes(StandardCharsets.UTF_8);
            default -> new String(json, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_16);
        };
    }

    private static String oddMethod(Random random) {
        return List.of("PATCH", "PUT", "DELETE", "POST", "GET", "PROPFIND").get(random.nextInt(6));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
