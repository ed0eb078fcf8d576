namespace ConfigGen.Core.Findings;

/// <summary>CG0: the input cannot be read, or is not YAML.</summary>
public static class InputCodes
{
    /// <summary>A file that is not there.</summary>
    public static readonly FindingCode NotFound = Code("CG0001", "file-not-found", "A file that is named does not exist");

    /// <summary>A file that is there and cannot be read.</summary>
    public static readonly FindingCode NotReadable = Code("CG0002", "file-not-readable", "A file cannot be read");

    /// <summary>Bytes that are not UTF-8 text.</summary>
    public static readonly FindingCode NotText = Code("CG0003", "not-text", "A file is not UTF-8 text");

    /// <summary>Over the cap on input size.</summary>
    public static readonly FindingCode TooLarge = Code("CG0004", "file-too-large", "A file is larger than the cap");

    /// <summary>Broken YAML.</summary>
    public static readonly FindingCode Syntax = Code("CG0005", "yaml-syntax", "The YAML cannot be parsed");

    /// <summary>The same key twice in one mapping.</summary>
    public static readonly FindingCode DuplicateKey = Code("CG0006", "duplicate-key", "A key stands twice in one mapping");

    /// <summary>A tab where YAML wants spaces.</summary>
    public static readonly FindingCode Tab = Code("CG0007", "tab-indentation", "A tab is used as indentation");

    /// <summary>An alias without anchor, or aliases that expand without bound.</summary>
    public static readonly FindingCode Alias = Code("CG0008", "yaml-alias", "An alias is unknown or expands too far");

    /// <summary>Nested or sized beyond what any spec needs.</summary>
    public static readonly FindingCode TooDeep = Code("CG0009", "too-deep", "The YAML is nested too deeply or has too many nodes");

    /// <summary>No document, or more than one.</summary>
    public static readonly FindingCode Documents = Code("CG0010", "document-count", "A file must hold exactly one YAML document");

    /// <summary>YAML that this format leaves out: tags, merge keys, mappings as keys.</summary>
    public static readonly FindingCode Unsupported = Code("CG0011", "yaml-unsupported", "A YAML feature that specs do not use");

    /// <summary>A character that must not be in a configuration file.</summary>
    public static readonly FindingCode ControlCharacter = Code("CG0012", "control-character", "A control character or line break where text must be one line");

    /// <summary>More findings than anybody reads: the rest is counted, not listed.</summary>
    public static readonly FindingCode TooMany = Code("CG0013", "too-many-findings", "More findings than are listed");

    private static FindingCode Code(string id, string name, string title) => new(id, name, title, Severity.Error) { CanBeIgnored = false };
}
