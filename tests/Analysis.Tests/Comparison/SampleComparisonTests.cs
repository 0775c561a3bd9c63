using Analysis.Tests.Support;

namespace Analysis.Tests.Comparison;

public class SampleComparisonTests
{
    [Theory]
    [InlineData("dam")]
    [InlineData("fairs")]
    [InlineData("ferry")]
    public async Task Sample_HasComparison(string pair) => await Verifier.Verify(Render.Comparison(Samples.Comparison(pair))).UseParameters(pair);
}
