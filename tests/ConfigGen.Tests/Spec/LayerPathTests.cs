using ConfigGen.Core.Spec.Layers;

namespace ConfigGen.Tests.Spec;

public class LayerPathTests
{
    [Theory]
    [InlineData("specs/web.yaml", "base/server.yaml", "../base/server.yaml")]
    [InlineData("web.yaml", "../base/server.yaml", "../base/server.yaml")]
    [InlineData("/repo/specs/web.yaml", "/repo/base/server.yaml", "../base/server.yaml")]
    [InlineData("./specs/web.yaml", "specs/./common.yaml", "common.yaml")]
    [InlineData("a/b/web.yaml", "a/b/../c/x.yaml", "../c/x.yaml")]
    [InlineData("web.yaml", "layers/x.yaml", "layers/x.yaml")]
    [InlineData("specs/web.yaml", "/elsewhere/x.yaml", "x.yaml")]
    public void A_layer_is_named_as_seen_from_the_spec(string spec, string layer, string expected) =>
        Assert.Equal(expected, LayerPath.Relative(spec, layer));
}
