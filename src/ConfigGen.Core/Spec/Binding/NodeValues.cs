using System.Collections.Immutable;
using System.Globalization;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Text;
using ConfigGen.Core.Yaml;

namespace ConfigGen.Core.Spec.Binding;

/// <summary>Reads typed values out of nodes; a node of the wrong type gives null, the schema check has already said so.</summary>
internal static class NodeValues
{
    /// <summary>A kernel has about 1,200 keys, and systemd knows about as many directives.</summary>
    private const int MostSettings = 4000;

    public static YamlMapping? Mapping(this YamlNode? node) => node as YamlMapping;

    public static ImmutableArray<YamlNode> Items(this YamlNode? node) => node is YamlSequence list ? list.Items : [];

    public static Located<string>? Text(this YamlNode? node) =>
        node is YamlScalar { Kind: not YamlKind.Null } scalar ? new Located<string>(scalar.Value, scalar.Span) : null;

    public static ImmutableArray<Located<string>> Texts(this YamlNode? node) => [.. node.Items().Select(Text).OfType<Located<string>>()];

    public static Located<ImmutableArray<Located<string>>>? TextList(this YamlNode? node) =>
        node is YamlSequence list ? new Located<ImmutableArray<Located<string>>>(list.Texts(), list.Span) : null;

    public static bool IsTrue(this YamlNode? node) => node is YamlScalar { Kind: YamlKind.Boolean } s && s.Value[0] is 't' or 'T';

    public static int? Integer(this YamlNode? node) =>
        node is YamlScalar s && int.TryParse(s.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n) ? n : null;

    /// <summary>A field of a value as written.</summary>
    public static WrittenField Field(this YamlScalar scalar) =>
        new(scalar.Kind == YamlKind.Null ? "" : scalar.Value, scalar.Span, scalar.Style == YamlStyle.Quoted);

    /// <summary>Text that is rendered into one line: control characters and line breaks are findings, a trailing break of a block scalar is not.</summary>
    public static string? OneLine(this YamlNode? node, ImmutableArray<Finding>.Builder findings, string what)
    {
        if (node is not YamlScalar { Kind: not YamlKind.Null } scalar)
        {
            return null;
        }

        var text = scalar.Value.TrimEnd('\n', ' ');
        if (text.Any(c => char.IsControl(c) || c is '\u2028' or '\u2029'))
        {
            findings.Add(Finding.Of(InputCodes.ControlCharacter, scalar.Span, $"{what} must be one line without control characters: it is rendered into one.")
                .WithHelp("write it on one line, or fold it with >-"));
            return null;
        }

        return text;
    }

    /// <summary>A duration in whole seconds; anything else is a finding.</summary>
    public static Located<long>? Seconds(this YamlNode? node, ImmutableArray<Finding>.Builder findings, string what)
    {
        if (node is not YamlScalar { Kind: not YamlKind.Null } scalar)
        {
            return null;
        }

        if (LeadingZero(scalar.Value) || !Quantities.TrySeconds(scalar.Value, out var seconds))
        {
            Bad(findings, scalar.Span, $"'{scalar.Value}' is not a duration that {what} can have.", Quantities.DurationForms);
            return null;
        }

        return new Located<long>(seconds, scalar.Span);
    }

    /// <summary>A size in bytes; anything else is a finding.</summary>
    public static Int128? Bytes(this YamlNode? node, ImmutableArray<Finding>.Builder findings, string what)
    {
        if (node is not YamlScalar { Kind: not YamlKind.Null } scalar)
        {
            return null;
        }

        if (LeadingZero(scalar.Value) || !Quantities.TryBytes(scalar.Value, out var bytes) || bytes <= 0)
        {
            Bad(findings, scalar.Span, $"'{scalar.Value}' is not a size that {what} can have.", Quantities.SizeForms);
            return null;
        }

        return bytes;
    }

    /// <summary>Whether a file sets more of something than any host has: then nothing of it is judged, so that a hostile file costs no minutes.</summary>
    public static bool TooMany(IEnumerable<YamlEntry> entries, ImmutableArray<Finding>.Builder findings, string what)
    {
        if (entries.ElementAtOrDefault(MostSettings) is not { } first)
        {
            return false;
        }

        findings.Add(Finding.Of(InputCodes.TooDeep, first.Key.Span, $"More than {MostSettings.ToString(CultureInfo.InvariantCulture)} {what} in one file: no kernel or unit has that many, so none of them is judged.")
            .WithHelp("split the file by what the hosts do"));
        return true;
    }

    /// <summary>010 would be ten to YAML 1.2, eight to YAML 1.1 and to the kernel: nobody should have to know.</summary>
    public static bool LeadingZero(string text) => text.Length > 1 && text[0] == '0' && char.IsAsciiDigit(text[1]);

    public static void Bad(ImmutableArray<Finding>.Builder findings, SourceSpan span, string message, string help) =>
        findings.Add(Finding.Of(SpecCodes.Malformed, span, message).WithHelp(help));
}
