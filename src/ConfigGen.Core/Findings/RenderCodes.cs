namespace ConfigGen.Core.Findings;

/// <summary>CG6: rendering, and what is on disk.</summary>
public static class RenderCodes
{
    /// <summary>A template failed.</summary>
    public static readonly FindingCode Template = Code("CG6001", "template-error", "A template cannot be rendered");

    /// <summary>What was rendered does not say what the plan says.</summary>
    public static readonly FindingCode SelfCheck = Code("CG6002", "self-check", "A rendered file does not say what the spec says");

    /// <summary>A file that ConfigGen did not write stands where one must go.</summary>
    public static readonly FindingCode Foreign = Code("CG6003", "foreign-file", "A file that ConfigGen did not write is in the way");

    /// <summary>A generated file was edited by hand.</summary>
    public static readonly FindingCode HandEdited = Code("CG6004", "hand-edited", "A generated file was edited by hand");

    /// <summary>The file on disk is not what the spec renders to.</summary>
    public static readonly FindingCode Stale = Code("CG6005", "stale-output", "A file on disk is not what the spec renders to");

    /// <summary>The manifest cannot be read.</summary>
    public static readonly FindingCode Manifest = Code("CG6006", "manifest", "The manifest of an output folder cannot be used");

    /// <summary>A plain fragment cannot carry a setting that only the host can decide.</summary>
    public static readonly FindingCode Undecided = Code("CG6007", "undecided-setting", "A setting cannot be decided at render time");

    /// <summary>A setting that the role decides on the host.</summary>
    public static readonly FindingCode LeftToRole = new("CG6011", "left-to-role", "A setting that the role decides on the host", Severity.Info);

    /// <summary>An option of the role that cannot be.</summary>
    public static readonly FindingCode RoleOption = Code("CG6010", "role-option", "An option of the Ansible role that cannot be");

    /// <summary>One path for two files.</summary>
    public static readonly FindingCode Collision = Code("CG6009", "output-collision", "Two specs or two parts of one write the same file");

    private static FindingCode Code(string id, string name, string title) => new(id, name, title, Severity.Error) { CanBeIgnored = false };
}
