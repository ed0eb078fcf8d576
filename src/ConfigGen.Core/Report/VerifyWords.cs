using ConfigGen.Core.Verify;

namespace ConfigGen.Core.Report;

/// <summary>Verification in words, the same in every format.</summary>
internal static class VerifyWords
{
    /// <summary>The word for a status.</summary>
    public static string Of(VerifyStatus status) => status switch
    {
        VerifyStatus.InForce => "in force",
        VerifyStatus.Clamped => "clamped",
        VerifyStatus.Different => "different",
        VerifyStatus.Absent => "absent",
        VerifyStatus.Unset => "not set",
        VerifyStatus.Unreadable => "unreadable",
        _ => "not known",
    };

    /// <summary>What is wanted and what is there, on one line.</summary>
    public static string Values(VerifiedSetting setting) => (setting.Wanted, setting.Found) switch
    {
        ({ } wanted, { } found) when setting.Status == VerifyStatus.InForce => wanted == found ? found : $"{found} ({wanted} wanted)",
        ({ } wanted, { } found) => $"{Shown(found)}, where the spec wants {Shown(wanted)}",
        ({ } wanted, null) => $"the spec wants {Shown(wanted)}",
        (null, { } found) => Shown(found),
        _ => "",
    };

    /// <summary>The place and value of a writer.</summary>
    public static string Of(Writer writer) =>
        $"{writer.Path}{(writer.Line is { } line ? $":{line}" : "")} sets {Shown(ValueOf(writer))} ({writer.What})";

    private static string ValueOf(Writer writer) => string.Join(' ', writer.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Shown(string value) => value.Length == 0 ? "nothing" : value;
}
