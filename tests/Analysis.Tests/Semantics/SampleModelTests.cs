using Analysis.Tests.Support;

namespace Analysis.Tests.Semantics;

public class SampleModelTests
{
    [Theory]
    [InlineData("dam", "right")]
    [InlineData("fairs", "right")]
    [InlineData("ferry", "left")]
    public async Task Sample_HasModel(string pair, string side) => await Verifier.Verify(Render.Model(Samples.Model(pair, side))).UseParameters(pair, side);
}
