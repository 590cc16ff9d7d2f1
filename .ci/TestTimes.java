import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * Prints how long tests took, by module, names the slowest, and says what was skipped: from the reports of Surefire and Failsafe.
 *
 * <p>Usage: {@code java TestTimes.java FOLDER}; the folder has one folder for each step of CI, with reports at
 * {@code MODULE/target/*-reports/TEST-*.xml}.
 */
class TestTimes {
    private static final int SLOWEST = 10;

    public static void main(String... arguments) throws IOException {
        List<TestClass> classes = read(Path.of(arguments[0]));
        List<TestMethod> methods =
                classes.stream().flatMap(type -> type.methods().stream()).toList();
        System.out.println("Test times by module, in seconds:");
        System.out.printf("  %-36s %6s %8s %8s%n", "", "tests", "skipped", "time");
        Map<String, List<TestClass>> modules =
                classes.stream().collect(Collectors.groupingBy(TestClass::module, TreeMap::new, Collectors.toList()));
        modules.forEach(TestTimes::print);
        print("all", classes);
        printSlowest("test classes, with what they start", classes, TestClass::seconds, TestClass::name);
        printSlowest("tests", methods, TestMethod::seconds, TestMethod::name);
        printSkipped(methods.stream().filter(TestMethod::isSkipped).toList());
    }

    private static void print(String module, List<TestClass> classes) {
        List<TestMethod> methods =
                classes.stream().flatMap(type -> type.methods().stream()).toList();
        System.out.printf(
                Locale.ROOT,
                "  %-36s %6d %8d %8.1f%n",
                module,
                methods.size(),
                methods.stream().filter(TestMethod::isSkipped).count(),
                classes.stream().mapToDouble(TestClass::seconds).sum());
    }

    private static <T> void printSlowest(
            String what, List<T> all, Function<T, Double> seconds, Function<T, String> name) {
        System.out.printf("The slowest %d %s:%n", SLOWEST, what);
        all.stream()
                .sorted(Comparator.comparing(seconds).reversed())
                .limit(SLOWEST)
                .forEach(one ->
                        System.out.printf(Locale.ROOT, "  %8.1f  %s%n", seconds.apply(one), name.apply(one)));
    }

    private static void printSkipped(List<TestMethod> skipped) {
        System.out.println(skipped.isEmpty() ? "No test was skipped." : "Skipped tests:");
        skipped.forEach(test -> System.out.printf("  %s: %s%n", test.name(), test.reasonOfSkip()));
    }

    private static List<TestClass> read(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("TEST-.*\\.xml"))
                    .sorted()
                    .map(file -> read(folder.relativize(file), file))
                    .toList();
        }
    }

    private static TestClass read(Path relative, Path file) {
        Element suite = parse(file);
        String step = relative.getName(0).toString();
        String module = relative.subpath(1, relative.getNameCount() - 3).toString();
        List<TestMethod> methods = new ArrayList<>();
        for (Element test : elements(suite, "testcase")) {
            String name = simple(test.getAttribute("classname")) + "." + test.getAttribute("name");
            List<Element> skips = elements(test, "skipped");
            methods.add(new TestMethod(
                    name.strip(),
                    seconds(test),
                    !skips.isEmpty(),
                    skips.isEmpty() ? "" : skips.get(0).getAttribute("message")));
        }
        return new TestClass(
                step.equals("verify") ? module : module + " (" + step + ")",
                simple(suite.getAttribute("name")),
                seconds(suite),
                methods);
    }

    private static Element parse(Path file) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(file.toFile()).getDocumentElement();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            throw new IllegalArgumentException("not a report: " + file, e);
        }
    }

    /** Above a thousand there is a comma. */
    private static double seconds(Element element) {
        return Double.parseDouble(element.getAttribute("time").replace(",", ""));
    }

    private static String simple(String className) {
        return className.substring(className.lastIndexOf('.') + 1);
    }

    private static List<Element> elements(Element parent, String name) {
        NodeList children = parent.getChildNodes();
        return IntStream.range(0, children.getLength())
                .mapToObj(children::item)
                .filter(child -> child.getNodeType() == Node.ELEMENT_NODE && child.getNodeName().equals(name))
                .map(Element.class::cast)
                .toList();
    }

    private record TestClass(String module, String name, double seconds, List<TestMethod> methods) {}

    private record TestMethod(String name, double seconds, boolean isSkipped, String reasonOfSkip) {}
}
