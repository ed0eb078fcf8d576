using ConfigGen.Core.Spec;

namespace ConfigGen.Core.Lint;

/// <summary>A number that the spec sets below net.ipv4.conf or net.ipv6.conf, and for which interface.</summary>
/// <param name="Interface">Its name, or "all" or "default".</param>
/// <param name="Number">The number and its targets.</param>
internal sealed record InterfaceValue(string Interface, NumberValue Number)
{
    public const string All = "all";
    public const string Default = "default";

    /// <summary>The key of one parameter for one interface.</summary>
    public static string Key(string family, string name, string parameter) => $"net.{family}.conf.{name}.{parameter}";

    /// <summary>Every number that the spec sets for a parameter, whatever the interface, in the order of the keys.</summary>
    public static IEnumerable<InterfaceValue> Of(RuleContext context, string family, string parameter) =>
        from setting in context.Spec.Settings
        let name = Name(setting.Key.Name, family, parameter)
        where name is not null
        from number in context.Numbers(setting.Key.Name)
        select new InterfaceValue(name, number);

    /// <summary>Whether the spec writes a parameter for single interfaces, in whatever way.</summary>
    public static bool IsSetForInterfaces(ResolvedSpec spec, string family, string parameter) =>
        spec.Settings.Any(s => Name(s.Key.Name, family, parameter) is not (null or All or Default));

    private static string? Name(string key, string family, string parameter)
    {
        var (before, after) = ($"net.{family}.conf.", "." + parameter);
        return key.Length > before.Length + after.Length && key.StartsWith(before, StringComparison.Ordinal) && key.EndsWith(after, StringComparison.Ordinal)
            ? key[before.Length..^after.Length]
            : null;
    }
}
