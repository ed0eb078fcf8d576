using YamlDotNet.Core;

namespace ConfigGen.Core.Yaml;

/// <summary>YamlDotNet's five scalar styles as our three.</summary>
internal static class Styles
{
    /// <summary>The style of a scalar that was read.</summary>
    public static YamlStyle Of(ScalarStyle style) => style switch
    {
        ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted => YamlStyle.Quoted,
        ScalarStyle.Literal or ScalarStyle.Folded => YamlStyle.Block,
        _ => YamlStyle.Plain,
    };
}
