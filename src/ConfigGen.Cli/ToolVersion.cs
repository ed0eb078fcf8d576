using System.Reflection;

namespace ConfigGen.Cli;

/// <summary>The version of this tool.</summary>
internal static class ToolVersion
{
    /// <summary>As the project file says, such as 0.1.0.</summary>
    public static string Text { get; } =
        typeof(ToolVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0.0.0";
}
