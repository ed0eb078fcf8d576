namespace ConfigGen.Tests.Catalog.Packing;

/// <summary>The committed packs are what their sources say. With CONFIGGEN_UPDATE=1 they are written instead (never in CI).</summary>
public sealed class PackFreshnessTests
{
    [Fact]
    public void Observed_pack_is_the_measured_tables()
    {
        SharedFacts.Need();
        Check("observed.pack", TablePacker.Pack(SharedFacts.Tables("kernels")));
    }

    [Fact]
    public void Source_pack_is_the_tables_read_from_source()
    {
        SharedFacts.Need();
        Check("from-source.pack", TablePacker.Pack(SharedFacts.Tables("kernels-from-source")));
    }

    [Fact]
    public void Upstream_pack_is_the_list_of_version_brackets()
    {
        SharedFacts.Need();
        Check("upstream.pack", TsvPacker.PackNarrowed(
            File.ReadAllText(Path.Combine(SharedFacts.Root, "facts/upstream-versions.tsv")),
            File.ReadAllText(Path.Combine(SharedFacts.CatalogFolder, "upstream-narrowed.tsv"))));
    }

    [Fact]
    public void Red_Hat_minor_pack_is_the_list_of_changes()
    {
        SharedFacts.Need();
        Check("rhel-minor.pack", TsvPacker.PackBy("key", File.ReadAllText(Path.Combine(SharedFacts.Root, "facts/kernels-from-source/rhel-minor-changes.tsv"))));
    }

    [Fact]
    public void Curated_pack_is_what_is_written_about_keys() =>
        Check("curated.pack", CuratedPacker.Pack(Path.Combine(SharedFacts.CatalogFolder, "sysctl")));

    [Fact]
    public void Platform_pack_is_the_list_of_platforms() =>
        Check("platforms.pack", PlatformPacker.Pack(Path.Combine(SharedFacts.CatalogFolder, "platforms.yaml")));

    [Fact]
    public void Systemd_pack_is_the_dumps_of_real_versions()
    {
        SharedFacts.Need();
        Check("systemd.pack", SystemdPacker.Pack(Path.Combine(SharedFacts.Root, "facts/systemd")));
    }

    [Fact]
    public void Systemd_notes_pack_is_what_is_written_about_directives() =>
        Check("systemd-notes.pack", SystemdNotesPacker.Pack(Path.Combine(SharedFacts.CatalogFolder, "systemd-notes.yaml")));

    [Fact]
    public void Systemd_directives_pack_is_what_is_written_about_directives() =>
        Check("systemd-directives.pack", DirectivePacker.Pack(Path.Combine(SharedFacts.CatalogFolder, "systemd")));

    internal static void Check(string file, string fresh)
    {
        var path = Path.Combine(SharedFacts.CatalogFolder, file);
        if (Environment.GetEnvironmentVariable("CONFIGGEN_UPDATE") == "1")
        {
            Assert.NotEqual("true", Environment.GetEnvironmentVariable("CI"));
            File.WriteAllText(path, fresh);
            return;
        }

        Assert.True(File.Exists(path) && File.ReadAllText(path) == fresh, $"{file} is stale; run schemas/catalog/pack.sh and commit the result.");
    }
}
