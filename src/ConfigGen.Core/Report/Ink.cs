namespace ConfigGen.Core.Report;

/// <summary>What a piece of a report is, so that it can be told apart on a terminal.</summary>
public enum InkStyle
{
    /// <summary>An error, or a removed line of a diff.</summary>
    Error,

    /// <summary>A warning.</summary>
    Warning,

    /// <summary>An information.</summary>
    Info,

    /// <summary>A place, a heading, the header of a file in a diff.</summary>
    Strong,

    /// <summary>Line numbers and other frame.</summary>
    Frame,

    /// <summary>A way out, or an added line of a diff.</summary>
    Good,
}

/// <summary>Decorates pieces of a report; off unless a caller asks for colours.</summary>
public sealed class Ink
{
    private const string Reset = "\u001b[0m";

    private readonly bool _isOn;

    private Ink(bool isOn) => _isOn = isOn;

    /// <summary>Text as it is.</summary>
    public static Ink Plain { get; } = new(isOn: false);

    /// <summary>ANSI escape sequences of the eight basic colours, which every terminal theme keeps readable.</summary>
    public static Ink Ansi { get; } = new(isOn: true);

    /// <summary>The text in a style.</summary>
    public string Paint(InkStyle style, string text) => _isOn && text.Length > 0 ? Start(style) + text + Reset : text;

    private static string Start(InkStyle style) => style switch
    {
        InkStyle.Error => "\u001b[31m",
        InkStyle.Warning => "\u001b[33m",
        InkStyle.Info => "\u001b[36m",
        InkStyle.Strong => "\u001b[1m",
        InkStyle.Frame => "\u001b[34m",
        _ => "\u001b[32m",
    };
}
