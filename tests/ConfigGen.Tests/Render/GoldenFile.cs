using System.Runtime.CompilerServices;
using System.Text;
using ConfigGen.Core.Plan;

namespace ConfigGen.Tests.Render;

/// <summary>Compares rendered files with the ones that are committed.</summary>
internal static class GoldenFile
{
    private const string Update = "CONFIGGEN_UPDATE";
    private const string Command = "CONFIGGEN_UPDATE=1 dotnet test tests/ConfigGen.Tests --filter FullyQualifiedName~GoldenFragmentTests";

    private static bool Updating => Environment.GetEnvironmentVariable(Update) == "1";

    public static string Folder([CallerFilePath] string thisFile = "") => Path.Combine(Path.GetDirectoryName(thisFile)!, "Golden");

    /// <summary>The files of a case are exactly the artifacts of the plan, byte for byte.</summary>
    public static void Check(string name, RenderPlan plan)
    {
        var folder = Path.Combine(Folder(), name);
        if (Updating)
        {
            Assert.False(Environment.GetEnvironmentVariable("CI") == "true", $"{Update} is refused in CI: commit what a developer regenerated");
            Write(folder, plan);
        }

        Assert.True(Directory.Exists(folder), $"no golden files for {name}; make them with: {Command}");
        var onDisk = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(folder, f).Replace('\\', '/')).Order(StringComparer.Ordinal);
        Assert.Equal(onDisk, plan.Artifacts.Select(a => a.Path));
        foreach (var artifact in plan.Artifacts)
        {
            var expected = Encoding.UTF8.GetString(File.ReadAllBytes(Path.Combine(folder, artifact.Path)));
            Assert.True(expected == artifact.Content, $"{name}/{artifact.Path} differs; if that is meant: {Command}\n--- rendered\n{artifact.Content}");
        }
    }

    private static void Write(string folder, RenderPlan plan)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        foreach (var artifact in plan.Artifacts)
        {
            var file = Path.Combine(folder, artifact.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, artifact.Content);
        }
    }
}
