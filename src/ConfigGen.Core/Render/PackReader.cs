using System.Collections.Immutable;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Text;
using ConfigGen.Core.Yaml;

namespace ConfigGen.Core.Render;

/// <summary>Reads pack.yaml. Its grammar is tiny: pack, description, and files with four texts each.</summary>
internal sealed class PackReader(SourceText source)
{
    private static readonly string[] PackKeys = ["pack", "description", "files"];
    private static readonly string[] FileKeys = ["template", "path", "reader", "escape"];

    private readonly ImmutableArray<Finding>.Builder _findings = ImmutableArray.CreateBuilder<Finding>();

    /// <summary>The pack, or what is wrong with the file.</summary>
    public static (Pack? Pack, ImmutableArray<Finding> Findings) Read(string name, YamlDocument document) =>
        document.Root is null || document.Findings.Length > 0 ? (null, document.Findings) : new PackReader(document.Source).Read(name, document.Root);

    private (Pack? Pack, ImmutableArray<Finding> Findings) Read(string name, YamlNode root)
    {
        var map = Mapping(root, PackKeys, "a pack");
        var pack = map is null ? null : Pack(name, map);
        return _findings.Count == 0 ? (pack, []) : (null, _findings.ToImmutable());
    }

    private Pack Pack(string name, YamlMapping map)
    {
        if (Text(map, "pack") is { } written && written != name)
        {
            Report(map["pack"]!.Span, $"the pack calls itself \"{written}\", but its folder is \"{name}\"", $"write pack: {name}");
        }

        var files = map["files"] is YamlSequence list ? list.Items.Select(File).OfType<PackFile>().ToImmutableArray() : [];
        if (map["files"] is not YamlSequence { Items.Length: > 0 })
        {
            Report(map["files"]?.Span ?? map.Span, "a pack needs at least one file", "add files: with template, path, reader and escape");
        }

        return new Pack(name, Text(map, "description") ?? "", files);
    }

    private PackFile? File(YamlNode node)
    {
        if (Mapping(node, FileKeys, "a file of a pack") is not { } map)
        {
            return null;
        }

        var values = FileKeys.Select(key => Text(map, key) ?? "").ToArray();
        return new PackFile(values[0], values[1], values[2], values[3], map.Span);
    }

    private YamlMapping? Mapping(YamlNode node, string[] keys, string what)
    {
        if (node is not YamlMapping map)
        {
            Report(node.Span, $"{what} must be a mapping", $"write {string.Join(", ", keys)}");
            return null;
        }

        foreach (var entry in map.Entries.Where(e => !keys.Contains(e.Key.Value, StringComparer.Ordinal)))
        {
            Report(entry.Key.Span, $"\"{entry.Key.Value}\" is not part of {what}", $"known here: {string.Join(", ", keys)}");
        }

        return map;
    }

    private string? Text(YamlMapping map, string key)
    {
        if (map[key] is YamlScalar { Value.Length: > 0 } scalar)
        {
            return scalar.Value;
        }

        Report(map[key]?.Span ?? map.Span, $"\"{key}\" is missing", $"write {key}: and a text");
        return null;
    }

    private void Report(SourceSpan span, string message, string help) =>
        _findings.Add(Finding.Of(RenderCodes.Template, span, $"{source.Path}: {message}") with { Help = help });
}
