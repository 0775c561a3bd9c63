using Analysis.Tests.Support;

namespace Analysis.Tests.Syntax;

public class SampleTreeTests
{
    [Theory]
    [InlineData("dam", "left")]
    [InlineData("fairs", "right")]
    public async Task Sample_HasTree(string pair, string side) =>
        await Verifier.Verify(Render.Tree(Engine.Parse(Samples.Text(pair, $"{side}.txt")))).UseParameters(pair, side);

    [Fact]
    public async Task Tokens_AreLeaves() => await Verifier.Verify(Render.Tree(
        Engine.Parse("Mayor won't resign\n\n“I can't,” Ann Lee's aide said.  He re-opened the U.S. office – at 7:40 a.m."), tokens: true));
}
