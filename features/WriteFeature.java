import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.jar.JarFile;

/** Run by the build: completes a feature's JSON with its bundles and the SHA-256 of each. */
class WriteFeature {

    private static final String PLACE = "\"bundles\": []";

    /** @param arguments the feature without bundles, the folder of its bundles (laid out like a repository), the result */
    public static void main(String[] arguments) throws Exception {
        String feature = Files.readString(Path.of(arguments[0]));
        if (!feature.contains(PLACE)) {
            throw new IOException(arguments[0] + " has no " + PLACE);
        }
        Path folder = Path.of(arguments[1]);
        List<String> bundles = new ArrayList<>();
        try (var files = Files.walk(folder)) {
            for (Path jar : files.filter(file -> file.toString().endsWith(".jar")).sorted().toList()) {
                bundles.add("    { \"id\": \"" + coordinates(folder.relativize(jar)) + "\", \"sha256\": \"" + sha256(jar) + "\""
                        + filter(jar) + " }");
            }
        }
        Path result = Path.of(arguments[2]);
        Files.createDirectories(result.getParent());
        Files.writeString(
                result, feature.replace(PLACE, "\"bundles\": [\n" + String.join(",\n", bundles) + "\n  ]"));
    }

    /** group/as/folders/artifact/version/file.jar */
    private static String coordinates(Path jar) {
        int names = jar.getNameCount();
        String group = jar.subpath(0, names - 3).toString().replace(jar.getFileSystem().getSeparator(), ".");
        return group + ":" + jar.getName(names - 3) + ":" + jar.getName(names - 2);
    }

    /** For which platforms a bundle is, in Eclipse's words: the framework does not look at it, so the launcher has to. */
    private static String filter(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            String filter = file.getManifest().getMainAttributes().getValue("Eclipse-PlatformFilter");
            return filter == null ? "" : ", \"filter\": \"" + filter.strip() + "\"";
        }
    }

    private static String sha256(Path file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }
}
