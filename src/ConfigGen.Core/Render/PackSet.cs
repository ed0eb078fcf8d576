using System.Collections.Immutable;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Text;
using ConfigGen.Core.Yaml;

namespace ConfigGen.Core.Render;

/// <summary>Every pack that can be rendered, and what is wrong with a team's own ones.</summary>
internal sealed class PackSet
{
    private static readonly IArtifactFormat[] Formats = [new ModulesLoadFormat(), new SysctlFormat(), new UnitFormat()];

    private static PackSet? s_last;

    private readonly ImmutableDictionary<string, string> _templates;

    private PackSet(ImmutableDictionary<string, string> templates)
    {
        _templates = templates;
        Source = new PackSource(templates);
        var findings = ImmutableArray.CreateBuilder<Finding>();
        Packs = [.. Source.Packs.Select(name => Read(name, findings)).OfType<Pack>()];
        findings.AddRange(Packs.SelectMany(Problems));
        findings.AddRange(UnknownFiles.Find(Source, Packs));
        Findings = findings.ToImmutable();
    }

    /// <summary>Where the templates' texts come from.</summary>
    public PackSource Source { get; }

    /// <summary>Sorted by name.</summary>
    public ImmutableArray<Pack> Packs { get; }

    /// <summary>What is wrong with the packs; nothing is rendered then.</summary>
    public ImmutableArray<Finding> Findings { get; }

    /// <summary>The packs with a team's own templates. Thousands of specs use the same ones, so the last set is kept.</summary>
    public static PackSet Load(ImmutableDictionary<string, string> templates)
    {
        var last = Volatile.Read(ref s_last);
        if (last is null || !ReferenceEquals(last._templates, templates))
        {
            last = new PackSet(templates);
            Volatile.Write(ref s_last, last);
        }

        return last;
    }

    /// <summary>The format of a file; its name was checked when the pack was read.</summary>
    public static IArtifactFormat FormatOf(PackFile file) => Formats.First(f => f.Reader == file.Reader);

    private Pack? Read(string name, ImmutableArray<Finding>.Builder findings)
    {
        var path = $"{name}/{PackSource.PackFileName}";
        var (pack, problems) = PackReader.Read(name, YamlReader.Read(new SourceText(path, Source.Text(path)!)));
        findings.AddRange(problems);
        return pack;
    }

    private IEnumerable<Finding> Problems(Pack pack) => pack.Files.SelectMany(file => Problems(pack, file));

    private IEnumerable<Finding> Problems(Pack pack, PackFile file)
    {
        if (Source.Text($"{pack.Name}/{file.Template}") is null)
        {
            yield return Of(file, $"the template {file.Template} is not in the pack {pack.Name}", $"files there: {string.Join(", ", Source.FilesOf(pack.Name))}");
        }

        foreach (var unknown in ArtifactPath.Unknown(file.Path))
        {
            yield return Of(file, $"the path has {unknown}, which nothing is put in the place of", "write {name}, {priority}, for the reader unit {dropin}, for role-* {role}");
        }

        if (PackModel.Of(file.Reader).IsEmpty)
        {
            yield return Of(file, $"there is no reader \"{file.Reader}\".{Spelling.Question(Spelling.Closest(file.Reader, PackModel.Readers))}".TrimEnd('.'), $"readers: {string.Join(", ", PackModel.Readers)}");
        }

        if (!ModelText.Escapes.Contains(file.Escape, StringComparer.Ordinal))
        {
            yield return Of(file, $"there is no way to escape called \"{file.Escape}\"", $"write escape: {string.Join(" or ", ModelText.Escapes)}");
        }
        else if (HostFilesFormat.IsQuoted(file.Reader) != (file.Escape == ModelText.JsonEscape) && file.Reader != HostFilesFormat.TextReader && !PackModel.Of(file.Reader).IsEmpty)
        {
            yield return Of(file, $"the reader {file.Reader} does not go with escape: {file.Escape}", HostFilesFormat.IsQuoted(file.Reader)
                ? "write escape: json, and every value between double quotes"
                : "write escape: line or assignment");
        }
    }

    private static Finding Of(PackFile file, string message, string help) =>
        Finding.Of(RenderCodes.Template, file.Span, message) with { Help = help };
}
