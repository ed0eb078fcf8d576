using System.Text;
using ConfigGen.Core.Spec;
using ConfigGen.Tests.Support;

namespace ConfigGen.Tests.Render;

/// <summary>A whole role as a reviewer sees it: RoleGolden/.</summary>
public class RoleGoldenTests
{
    private const string Command = "CONFIGGEN_UPDATE=1 dotnet test tests/ConfigGen.Tests --filter FullyQualifiedName~RoleGoldenTests";

    private static string Folder => RepositoryRoot.File("tests", "ConfigGen.Tests", "Render", "RoleGolden");

    [Fact]
    public void The_role_is_as_committed()
    {
        var artifacts = Rendering.WithRole(Spec(), RoleRendering.Facts).Plan!.Artifacts.Where(a => a.Path.StartsWith("ansible/", StringComparison.Ordinal)).ToList();
        if (Environment.GetEnvironmentVariable("CONFIGGEN_UPDATE") == "1")
        {
            Assert.False(Environment.GetEnvironmentVariable("CI") == "true", "CONFIGGEN_UPDATE is refused in CI: commit what a developer regenerated");
            foreach (var artifact in artifacts)
            {
                var file = Path.Combine(Folder, artifact.Path);
                Directory.CreateDirectory(Path.GetDirectoryName(file)!);
                File.WriteAllText(file, artifact.Content);
            }
        }

        var onDisk = Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Folder, f).Replace('\\', '/')).Order(StringComparer.Ordinal);
        Assert.Equal(onDisk, artifacts.Select(a => a.Path));
        Assert.All(artifacts, artifact =>
        {
            var expected = Encoding.UTF8.GetString(File.ReadAllBytes(Path.Combine(Folder, artifact.Path)));
            Assert.True(expected == artifact.Content, $"{artifact.Path} differs; if that is meant: {Command}\n--- rendered\n{artifact.Content}");
        });
    }

    private static ResolvedSpec Spec()
    {
        var spec = new SpecBuilder("lb") { Description = "Load balancers that drop dead peers" }
            .Target("debian-12", "6.1.192").Target("debian-13", "6.12.117", 16L << 30)
            .Set("net.ipv4.tcp_keepalive_time", "120")
            .Set("net.core.somaxconn", "16384", "bursts after a deploy")
            .SetEach("net.ipv4.tcp_rmem", null, null, "4096 87380 16777216", "4096 131072 33554432")
            .Build();
        return RoleRendering.WithOutputs(spec, overridable: ["net.core.somaxconn"], restart: ["nginx.service"]);
    }
}
