using System.Text.Json;
using System.Text.RegularExpressions;
using ConfigGen.Core.Catalog;

namespace ConfigGen.Core.Report.Editor;

/// <summary>The part of the editor's schema about sysctl keys.</summary>
internal sealed class KeySchemas(SysctlCatalog catalog)
{
    private readonly List<Kernel> _kernels = [.. catalog.Tables.Select(t => new Kernel(t.Version, t.Family, t.Name))];

    /// <summary>Every key by name, then the families of keys of interfaces by pattern.</summary>
    public void WriteProperties(Utf8JsonWriter json)
    {
        json.WriteStartObject("properties");
        foreach (var key in catalog.Keys)
        {
            json.WriteStartObject(key);
            json.WriteString("$ref", "#/$defs/key." + key);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteStartObject("patternProperties");
        var keys = catalog.Keys.ToHashSet(StringComparer.Ordinal);
        foreach (var key in catalog.Keys.Where(k => KeyPattern.Interface(k) == KeyPattern.Default))
        {
            json.WriteStartObject(Pattern(key));
            json.WriteString("$ref", "#/$defs/key." + (keys.Contains(KeyPattern.On(key, KeyPattern.All)) ? KeyPattern.On(key, KeyPattern.All) : key));
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    /// <summary>What is known about each key.</summary>
    public void WriteDefinitions(Utf8JsonWriter json)
    {
        foreach (var key in catalog.Keys)
        {
            json.WriteStartObject("key." + key);
            WriteKey(json, key);
            json.WriteEndObject();
        }
    }

    // "all", "default" and "lo" have entries of their own; the pattern is for every other interface, with a slash or a dot in its name.
    private static string Pattern(string key)
    {
        var parts = KeyPattern.On(key, "\n").Split('\n');
        return $"^{Regex.Escape(parts[0])}(?!(all|default|lo)\\.)[^.]+{Regex.Escape(parts[1])}$";
    }

    private void WriteKey(Utf8JsonWriter json, string key)
    {
        var facts = _kernels.ConvertAll(kernel => catalog.Lookup(key, kernel)).FindAll(f => f.Existence == Existence.Exists);
        var entry = catalog.Curated(key);
        json.WriteString("title", key);
        json.WriteString("description", Description(key, entry, facts));
        if (entry is { Obsolete: not null } or { Until: not null } or { ReplacedBy: not null })
        {
            json.WriteBoolean("deprecated", true);
        }

        json.WriteString("$ref", "#/$defs/setting");
        WriteBounds(json, facts);
        WriteExamples(json, entry);
    }

    private string Description(string key, CuratedEntry? entry, List<SysctlFact> facts)
    {
        var parts = new List<string>();
        Add(parts, "", entry?.Summary);
        Add(parts, "Unit: ", entry?.Unit);
        Add(parts, "Fields: ", entry is { Fields.IsEmpty: false } ? string.Join(", ", entry.Fields) : null);
        Add(parts, "Values: ", entry is { Values.IsEmpty: false } ? string.Join("; ", entry.Values) : null);
        Add(parts, "Bits: ", entry is { Bits.IsEmpty: false } ? string.Join("; ", entry.Bits) : null);
        Add(parts, "Default: ", entry?.Default ?? NewestDefault(key, facts));
        Add(parts, "Risk: ", entry?.Risk);
        Add(parts, "Obsolete: ", entry?.Obsolete);
        Add(parts, "Last version: ", entry?.Until?.ToString());
        Add(parts, "Instead: ", entry?.ReplacedBy);
        Add(parts, "Read only: ", facts.Count > 0 && facts.TrueForAll(f => f.IsReadOnly == true) ? "it tells something and cannot be set" : null);
        Add(parts, "Module: ", catalog.Module(key));
        return string.Join("\n\n", parts);
    }

    private static void Add(List<string> parts, string label, string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            parts.Add(label + text);
        }
    }

    private string? NewestDefault(string key, List<SysctlFact> facts) =>
        catalog.HasOwnDefault(key) || facts.FindLast(f => f.Default is not null) is not { } newest ? null : $"{newest.Default} (Linux {newest.Kernel})";

    // Only what every kernel that has the key refuses; the bounds of one are for the rules, which know the targets.
    private static void WriteBounds(Utf8JsonWriter json, List<SysctlFact> facts)
    {
        if (facts.Count == 0 || !facts.TrueForAll(f => f is { Type: SysctlType.Integer, Accepts: { HigherIsUnknown: false } }))
        {
            return;
        }

        var (low, high) = (facts.ConvertAll(f => f.Accepts!.Runs[0]), facts.ConvertAll(f => f.Accepts!.Runs[^1]));
        var minimum = low.TrueForAll(r => r is { Low: not null, LowIsExact: true }) ? low.Min(r => r.Low) : null;
        var maximum = high.TrueForAll(r => r is { High: not null, HighIsExact: true }) ? high.Max(r => r.High) : null;
        WriteBounds(json, minimum, maximum);
        if (minimum is not null || maximum is not null)
        {
            json.WriteStartObject("properties");
            json.WriteStartObject("value");
            WriteBounds(json, minimum, maximum);
            json.WriteEndObject();
            json.WriteEndObject();
        }
    }

    private static void WriteBounds(Utf8JsonWriter json, Int128? minimum, Int128? maximum)
    {
        if (minimum is { } low)
        {
            json.WritePropertyName("minimum");
            json.WriteRawValue(low.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        if (maximum is { } high)
        {
            json.WritePropertyName("maximum");
            json.WriteRawValue(high.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    private static void WriteExamples(Utf8JsonWriter json, CuratedEntry? entry)
    {
        if (entry is { ValidExamples.IsEmpty: false })
        {
            json.WriteStartArray("examples");
            foreach (var example in entry.ValidExamples)
            {
                WriteExample(json, example);
            }

            json.WriteEndArray();
        }
    }

    private static void WriteExample(Utf8JsonWriter json, string example)
    {
        if (long.TryParse(example, System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out var number))
        {
            json.WriteNumberValue(number);
        }
        else
        {
            json.WriteStringValue(example);
        }
    }
}
