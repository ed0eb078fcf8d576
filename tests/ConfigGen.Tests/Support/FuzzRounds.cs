using System.Globalization;

namespace ConfigGen.Tests.Support;

/// <summary>How often a fuzz test goes round: often enough for every run of the tests, and CONFIGGEN_FUZZ times as often by hand.</summary>
internal static class FuzzRounds
{
    public static int Of(int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable("CONFIGGEN_FUZZ"), NumberStyles.None, CultureInfo.InvariantCulture, out var times) ? usual * Math.Max(1, times) : usual;
}
