using System.Collections.Immutable;
using ConfigGen.Core.Text;

namespace ConfigGen.Core.Yaml;

/// <summary>A YAML node and where it stands.</summary>
/// <param name="Span">From the first to the last character of the node, without trailing blanks, comments or line breaks.</param>
public abstract record YamlNode(SourceSpan Span);

/// <summary>How a scalar is written.</summary>
public enum YamlStyle
{
    /// <summary>Without quotes.</summary>
    Plain,

    /// <summary>'…' or "…".</summary>
    Quoted,

    /// <summary>A block scalar, | or &gt;.</summary>
    Block,
}

/// <summary>What the YAML 1.2 core schema makes of a plain scalar.</summary>
public enum YamlKind
{
    /// <summary>Text, or any quoted scalar.</summary>
    Text,

    /// <summary>null, Null, NULL, ~ or nothing.</summary>
    Null,

    /// <summary>true or false (also True, TRUE, False, FALSE).</summary>
    Boolean,

    /// <summary>Decimal digits with an optional sign, or 0x… or 0o….</summary>
    Integer,

    /// <summary>A decimal fraction, exponent, .inf or .nan.</summary>
    Float,
}

/// <summary>A scalar.</summary>
/// <param name="Value">Quotes, escapes and folding resolved; a plain scalar exactly as written ("010" stays "010").</param>
public sealed record YamlScalar(SourceSpan Span, string Value, YamlStyle Style, YamlKind Kind) : YamlNode(Span);

/// <summary>A list.</summary>
public sealed record YamlSequence(SourceSpan Span, ImmutableArray<YamlNode> Items) : YamlNode(Span);

/// <summary>A mapping, entries in the order written.</summary>
public sealed record YamlMapping(SourceSpan Span, ImmutableArray<YamlEntry> Entries) : YamlNode(Span)
{
    /// <summary>The entry of a key, or null.</summary>
    public YamlEntry? Find(string key) => Entries.FirstOrDefault(e => string.Equals(e.Key.Value, key, StringComparison.Ordinal));

    /// <summary>The value of a key, or null.</summary>
    public YamlNode? this[string key] => Find(key)?.Value;
}

/// <summary>One entry of a mapping.</summary>
public sealed record YamlEntry(YamlScalar Key, YamlNode Value);

/// <summary>One comment, without the number sign.</summary>
public sealed record YamlComment(SourceSpan Span, string Text);
