package kafkareview;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import org.apache.kafka.common.config.ConfigDef;

/**
 * Writes the settings that classes define, as their own code gives them: key to type, default, valid values, importance.
 *
 * <p>Usage: {@code Dump OUT [NAME=CLASS | scan=JAR | updates=CLASS ...]}. A class is asked for its ConfigDef by the method that is named behind #, else by what it has: a static method or field, or {@code config()} of an instance. Of a jar all connectors are asked.
 */
public final class Dump {
    private Dump() {}

    public static void main(String[] arguments) throws Exception {
        Map<String, Object> found = new TreeMap<>();
        Map<String, Object> failed = new TreeMap<>();
        for (int index = 1; index < arguments.length; index++) {
            String[] parts = arguments[index].split("=", 2);
            if (parts[0].equals("updates")) found.put("updates", updatesOf(parts[1]));
            else if (parts[0].equals("scan")) for (String name : connectorsIn(Path.of(parts[1]))) ask(name, name, found, failed);
            else ask(parts[0], parts[1], found, failed);
        }
        Files.writeString(Path.of(arguments[0]), Json.write(Map.of("found", found, "failed", failed)));
        // Some connectors leave threads behind.
        Runtime.getRuntime().halt(0);
    }

    /** Which settings of a broker can change while it runs: key to cluster-wide, per-broker or read-only. */
    private static Object updatesOf(String className) throws ReflectiveOperationException {
        return new TreeMap<>((Map<?, ?>) Class.forName(className).getMethod("dynamicConfigUpdateModes").invoke(null));
    }

    private static void ask(String label, String className, Map<String, Object> found, Map<String, Object> failed) {
        try {
            String[] parts = className.split("#");
            ConfigDef definition = parts.length == 1
                    ? definitionOf(Class.forName(className))
                    : (ConfigDef) Class.forName(parts[0]).getMethod(parts[1]).invoke(null);
            found.put(label, settingsOf(definition));
        } catch (Throwable error) {
            Throwable cause = error.getCause() == null ? error : error.getCause();
            failed.put(label, cause.getClass().getSimpleName() + ": " + String.valueOf(cause.getMessage()).lines().findFirst().orElse(""));
        }
    }

    /** The settings of a class: of its static methods and fields first, since instances may want to be configured. */
    static ConfigDef definitionOf(Class<?> type) throws ReflectiveOperationException {
        ConfigDef made = madeWith(type);
        if (made != null) return made;
        for (String name : List.of("configDefCopy", "configDef", "conf", "getConfig", "newConfigDef", "config", "baseConfigDef")) {
            for (Class<?> owner = type; owner != null; owner = owner.getSuperclass()) {
                try {
                    Method method = owner.getDeclaredMethod(name);
                    if (Modifier.isStatic(method.getModifiers()) && ConfigDef.class.isAssignableFrom(method.getReturnType())) {
                        method.setAccessible(true);
                        return (ConfigDef) method.invoke(null);
                    }
                } catch (NoSuchMethodException absent) {
                    // The next one.
                }
            }
        }
        try {
            Method method = type.getMethod("config");
            if (ConfigDef.class.isAssignableFrom(method.getReturnType())) {
                if (Modifier.isStatic(method.getModifiers())) return (ConfigDef) method.invoke(null);
                var constructor = type.getDeclaredConstructor();
                constructor.setAccessible(true);
                return (ConfigDef) method.invoke(constructor.newInstance());
            }
        } catch (NoSuchMethodException absent) {
            // A field, then.
        }
        ConfigDef largest = null;
        for (Field field : type.getDeclaredFields()) {
            if (!Modifier.isStatic(field.getModifiers()) || !ConfigDef.class.isAssignableFrom(field.getType())) continue;
            field.setAccessible(true);
            ConfigDef definition = (ConfigDef) field.get(null);
            if (definition != null && (largest == null || definition.names().size() > largest.names().size())) largest = definition;
        }
        if (largest == null) throw new NoSuchFieldException("no ConfigDef in " + type.getName());
        return largest;
    }

    /** What {@code config(X)} gives, where X has a constant SYSTEM: the workers of Connect ask for their cryptography so. */
    private static ConfigDef madeWith(Class<?> type) throws ReflectiveOperationException {
        for (Method method : type.getDeclaredMethods()) {
            boolean fits = method.getName().equals("config") && Modifier.isStatic(method.getModifiers()) && method.getParameterCount() == 1;
            if (!fits || !ConfigDef.class.isAssignableFrom(method.getReturnType())) continue;
            method.setAccessible(true);
            return (ConfigDef) method.invoke(null, method.getParameterTypes()[0].getField("SYSTEM").get(null));
        }
        return null;
    }

    /** Key to type, default (absent where the setting has to be written), valid values in the words of their validator, importance. */
    static Map<String, Object> settingsOf(ConfigDef definition) {
        Map<String, Object> settings = new TreeMap<>();
        for (ConfigDef.ConfigKey key : definition.configKeys().values()) {
            Map<String, Object> row = new TreeMap<>();
            row.put("type", key.type.name().toLowerCase());
            if (key.hasDefault()) row.put("default", valueOf(key));
            if (key.validator != null) {
                String valid = key.validator.toString();
                if (!valid.contains("$Lambda") && !valid.matches(".*@[0-9a-f]{5,}$") && valid.length() < 1500) row.put("valid", valid);
            }
            row.put("importance", key.importance.name().toLowerCase());
            settings.put(key.name, row);
        }
        return settings;
    }

    private static Object valueOf(ConfigDef.ConfigKey key) {
        Object value = key.defaultValue;
        if (value == null || value instanceof Boolean || value instanceof Integer || value instanceof Long || value instanceof Short) return value;
        String text = ConfigDef.convertToString(value, key.type);
        // A default that is made when asked for, such as a random id, is no default.
        return text != null && text.length() > 1500 ? text.substring(0, 1500) : text;
    }

    /** The connectors in a jar: those that it announces as services, else the classes that are connectors. */
    private static List<String> connectorsIn(Path jar) throws IOException {
        TreeSet<String> names = new TreeSet<>();
        try (JarFile file = new JarFile(jar.toFile())) {
            for (String service : List.of("sink.SinkConnector", "source.SourceConnector")) {
                var entry = file.getEntry("META-INF/services/org.apache.kafka.connect." + service);
                if (entry == null) continue;
                for (String line : new String(file.getInputStream(entry).readAllBytes()).lines().toList()) {
                    String name = line.replaceAll("#.*", "").trim();
                    if (!name.isEmpty()) names.add(name);
                }
            }
            if (names.isEmpty())
                file.stream()
                        .map(entry -> entry.getName())
                        .filter(name -> name.endsWith(".class") && name.contains("onnector") && !name.contains("$"))
                        .map(name -> name.substring(0, name.length() - ".class".length()).replace('/', '.'))
                        .filter(Dump::isConnector)
                        .forEach(names::add);
        }
        return new ArrayList<>(names);
    }

    private static boolean isConnector(String name) {
        try {
            Class<?> type = Class.forName(name, false, Dump.class.getClassLoader());
            Class<?> connector = Class.forName("org.apache.kafka.connect.connector.Connector");
            return connector.isAssignableFrom(type) && !Modifier.isAbstract(type.getModifiers());
        } catch (Throwable notHere) {
            return false;
        }
    }
}
