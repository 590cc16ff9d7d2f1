package io.eventjobs.system.patterns;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.springframework.asm.ClassReader;
import org.springframework.asm.ClassVisitor;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.Opcodes;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The regular expressions of the main code: the values of constants, and every text in a class that compiles expressions, since a text that
 * is none is matched quickly, too.
 */
final class UsedExpressions {
    private static final Set<String> SEARCHES = Set.of(
            "find",
            "results",
            "replaceAll",
            "replaceFirst",
            "split",
            "splitAsStream",
            "asPredicate",
            "appendReplacement");

    private UsedExpressions() {}

    /** @param searched whether the class looks for the expression within a text, rather than for a whole text only */
    record Expression(String className, Pattern pattern, boolean searched) {
        String name() {
            return className + ": " + pattern.pattern();
        }
    }

    static List<Expression> all() throws IOException, ReflectiveOperationException {
        List<Expression> found = new ArrayList<>();
        for (Resource file :
                new PathMatchingResourcePatternResolver().getResources("classpath*:io/eventjobs/**/*.class")) {
            String place = file.getURL().toString();
            if (!place.contains("/test/") && !place.contains("test-classes") && !place.contains("-tests.jar")) {
                found.addAll(of(file));
            }
        }
        return found;
    }

    private static List<Expression> of(Resource file) throws IOException, ReflectiveOperationException {
        UsesOfExpressions uses = new UsesOfExpressions();
        try (InputStream code = file.getInputStream()) {
            new ClassReader(code).accept(uses, ClassReader.SKIP_DEBUG);
        }
        if (!uses.compiles) {
            return List.of();
        }
        List<Pattern> patterns = new ArrayList<>(constants(uses.name));
        Set<String> known = new LinkedHashSet<>();
        patterns.forEach(pattern -> known.add(pattern.pattern()));
        for (String text : uses.texts) {
            if (known.add(text) && isExpression(text)) {
                patterns.add(Pattern.compile(text));
            }
        }
        return patterns.stream()
                .map(pattern -> new Expression(uses.name.replaceFirst(".*\\.", ""), pattern, uses.searches))
                .toList();
    }

    private static List<Pattern> constants(String className) throws ReflectiveOperationException {
        List<Pattern> patterns = new ArrayList<>();
        for (Field field : Class.forName(className, false, UsedExpressions.class.getClassLoader())
                .getDeclaredFields()) {
            if (field.getType() == Pattern.class && Modifier.isStatic(field.getModifiers())) {
                field.setAccessible(true);
                patterns.add((Pattern) field.get(null));
            }
        }
        return patterns;
    }

    private static boolean isExpression(String text) {
        try {
            Pattern.compile(text);
            return text.indexOf('+') >= 0 || text.indexOf('*') >= 0 || text.indexOf('{') >= 0;
        } catch (PatternSyntaxException e) {
            return false;
        }
    }

    /** What a class does with expressions. */
    private static final class UsesOfExpressions extends ClassVisitor {
        private final Set<String> texts = new LinkedHashSet<>();
        private String name = "";
        private boolean compiles;
        private boolean searches;

        UsesOfExpressions() {
            super(Opcodes.ASM9);
        }

        @Override
        public void visit(
                int version, int access, String name, String signature, String superName, String[] interfaces) {
            this.name = name.replace('/', '.');
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String method, String descriptor, String signature, String[] exceptions) {
            return new MethodVisitor(Opcodes.ASM9) {
                @Override
                public void visitLdcInsn(Object value) {
                    if (value instanceof String text) {
                        texts.add(text);
                    }
                }

                @Override
                public void visitMethodInsn(
                        int opcode, String owner, String called, String descriptor, boolean isInterface) {
                    boolean ofText = owner.equals("java/lang/String")
                            && (called.equals("matches")
                                    || called.equals("replaceAll")
                                    || called.equals("replaceFirst")
                                    || called.equals("split"));
                    boolean ofPattern = owner.startsWith("java/util/regex/");
                    compiles |= ofText || ofPattern && called.equals("compile");
                    searches |= (ofText || ofPattern) && SEARCHES.contains(called);
                }
            };
        }
    }
}
