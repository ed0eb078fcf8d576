namespace ConfigGen.Core.Findings;

/// <summary>CG1: the spec is YAML, and does not say something that the format allows.</summary>
public static class SpecCodes
{
    /// <summary>A list where a mapping must be, and so on.</summary>
    public static readonly FindingCode WrongType = Code("CG1001", "wrong-type", "A value has the wrong type");

    /// <summary>A name that the format does not know.</summary>
    public static readonly FindingCode UnknownProperty = Code("CG1002", "unknown-property", "A name that the spec format does not know");

    /// <summary>Something that must be there is not.</summary>
    public static readonly FindingCode MissingProperty = Code("CG1003", "missing-property", "Something that must be there is missing");

    /// <summary>Not one of the values that are allowed.</summary>
    public static readonly FindingCode NotAllowed = Code("CG1004", "value-not-allowed", "A value is not one of those allowed");

    /// <summary>Right type, wrong form.</summary>
    public static readonly FindingCode Malformed = Code("CG1005", "malformed-value", "A value does not have the form it must have") with { CanBeIgnored = false };

    /// <summary>None or several of value, at_least, of_memory, unset.</summary>
    public static readonly FindingCode SettingForm = Code("CG1006", "setting-form", "A setting must say exactly one of value, at_least, of_memory or unset");

    /// <summary>A sysctl key that could not name a file below /proc/sys.</summary>
    public static readonly FindingCode MalformedKey = Code("CG1007", "malformed-key", "A sysctl key is not well formed") with { CanBeIgnored = false };

    /// <summary>One key in two spellings.</summary>
    public static readonly FindingCode SameKeyTwice = Code("CG1008", "same-key-twice", "The same sysctl key stands twice, in two spellings");

    /// <summary>A unit suffix on a key whose unit is not known, or that does not fit it.</summary>
    public static readonly FindingCode UnitMismatch = Code("CG1009", "unit-mismatch", "A duration or size cannot be converted to the unit of the key");

    /// <summary>A purpose that looks like a mistyped one.</summary>
    public static readonly FindingCode UnknownPurpose = new("CG1010", "unknown-purpose", "A purpose that looks mistyped", Severity.Warning);

    /// <summary>A path in a spec that leaves the repository.</summary>
    public static readonly FindingCode PathEscape = Code("CG1011", "path-escape", "A path leads out of the repository") with { CanBeIgnored = false };

    /// <summary>A spec that extends itself.</summary>
    public static readonly FindingCode Cycle = Code("CG1101", "extends-cycle", "Layers extend each other in a circle");

    /// <summary>Two layers that disagree.</summary>
    public static readonly FindingCode SiblingConflict = Code("CG1102", "sibling-conflict", "Two layers set the same thing differently");

    /// <summary>A final setting that is changed.</summary>
    public static readonly FindingCode FinalChanged = Code("CG1103", "final-changed", "A setting that a layer declared final is changed");

    /// <summary>Takes back what nothing set.</summary>
    public static readonly FindingCode UnsetNothing = new("CG1104", "unset-nothing", "unset takes back what no layer sets", Severity.Warning);

    /// <summary>Nothing to judge for.</summary>
    public static readonly FindingCode NoTargets = Code("CG1106", "no-targets", "The spec names no targets");

    /// <summary>The keepalive block and a sysctl line say different things.</summary>
    public static readonly FindingCode KeepaliveConflict = Code("CG1107", "keepalive-conflict", "The keepalive block and another line disagree");

    /// <summary>No case holds on any target.</summary>
    public static readonly FindingCode NoCase = new("CG1108", "no-case-applies", "No case of a setting applies to any target", Severity.Warning);

    /// <summary>Nothing at all to render.</summary>
    public static readonly FindingCode NothingToRender = new("CG1109", "nothing-to-render", "The spec sets nothing", Severity.Warning);

    /// <summary>A starting point that the tool does not bring.</summary>
    public static readonly FindingCode UnknownStartingPoint = Code("CG1110", "unknown-starting-point", "A starting point that the tool does not have") with { CanBeIgnored = false };

    /// <summary>A platform that is not in the catalogue.</summary>
    public static readonly FindingCode UnknownPlatform = Code("CG5001", "unknown-platform", "A platform that is not known");

    /// <summary>A kernel version that is malformed, or that nothing is known about.</summary>
    public static readonly FindingCode UnknownKernel = Code("CG5002", "unknown-kernel", "A kernel version that is not well formed or not known");

    /// <summary>A captured table that cannot be used.</summary>
    public static readonly FindingCode BadCapture = Code("CG5003", "bad-capture", "A table of captured facts cannot be read");

    /// <summary>A target without anything that identifies it, or with too much.</summary>
    public static readonly FindingCode TargetForm = Code("CG5004", "target-form", "A target must name exactly one of platform, kernel, capture or group");

    /// <summary>A target group that the repository does not define.</summary>
    public static readonly FindingCode UnknownGroup = Code("CG5005", "unknown-group", "A target group that .configgen.yaml does not name");

    private static FindingCode Code(string id, string name, string title) => new(id, name, title, Severity.Error);
}
