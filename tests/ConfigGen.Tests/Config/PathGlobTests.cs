using ConfigGen.Core.Config;

namespace ConfigGen.Tests.Config;

public sealed class PathGlobTests
{
    [Theory]
    [InlineData("specs/web.yaml", "specs/web.yaml", true)]
    [InlineData("specs/web.yaml", "specs/web.yml", false)]
    [InlineData("specs/*.yaml", "specs/web.yaml", true)]
    [InlineData("specs/*.yaml", "specs/.yaml", true)]
    [InlineData("specs/*.yaml", "specs/eu/web.yaml", false)]
    [InlineData("specs/*.yaml", "Specs/web.yaml", false)]
    [InlineData("*.tuning.yaml", "web.tuning.yaml", true)]
    [InlineData("*.tuning.yaml", "a/web.tuning.yaml", false)]
    [InlineData("**/*.tuning.yaml", "web.tuning.yaml", true)]
    [InlineData("**/*.tuning.yaml", "a/b/web.tuning.yaml", true)]
    [InlineData("lab/**", "lab/a", true)]
    [InlineData("lab/**", "lab/a/b", true)]
    [InlineData("lab/**", "laboratory/a", false)]
    [InlineData("a/**/z.yaml", "a/z.yaml", true)]
    [InlineData("a/**/z.yaml", "a/b/c/z.yaml", true)]
    [InlineData("a/**/b/**/z", "a/x/b/y/b/z", true)]
    [InlineData("a/**/b/**/z", "a/x/c/z", false)]
    [InlineData("web-?.yaml", "web-1.yaml", true)]
    [InlineData("web-?.yaml", "web-12.yaml", false)]
    [InlineData("web-?.yaml", "web-/.yaml", false)]
    [InlineData("*a*b*c", "xaybzc", true)]
    [InlineData("*a*b*c", "xaybzcd", false)]
    public void A_glob_matches_whole_paths(string glob, string path, bool matches) => Assert.Equal(matches, PathGlob.Parse(glob).Glob!.Matches(path));

    [Theory]
    [InlineData("a/b/*.yaml", "a/b")]
    [InlineData("a/*/b.yaml", "a")]
    [InlineData("**/b.yaml", "")]
    [InlineData("a/b.yaml", "a")]
    [InlineData("b.yaml", "")]
    [InlineData("a/b?/c.yaml", "a")]
    public void Its_folder_holds_every_match(string glob, string folder) => Assert.Equal(folder, PathGlob.Parse(glob).Glob!.Folder);

    [Fact]
    public void Many_stars_do_not_take_for_ever()
    {
        var glob = PathGlob.Parse(string.Concat(Enumerable.Repeat("*a", 200))).Glob!;

        Assert.False(glob.Matches(new string('a', 20_000) + "b"));
    }
}
