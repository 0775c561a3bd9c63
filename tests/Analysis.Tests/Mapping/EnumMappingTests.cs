using System.Reflection;
using Analysis.Mapping;
using Analysis.Syntax;

namespace Analysis.Tests.Mapping;

/// <summary>A word added on one side and forgotten on the other fails here.</summary>
public class EnumMappingTests
{
    public static TheoryData<string> Mappings { get; } = [.. Methods().Select(method => method.GetParameters()[0].ParameterType.FullName!)];

    [Theory]
    [MemberData(nameof(Mappings))]
    public void Words_AreTheSameOnBothSides(string domainType)
    {
        var method = Methods().Single(method => method.GetParameters()[0].ParameterType.FullName == domainType);
        var given = new HashSet<Enum>();
        foreach (object value in Enum.GetValues(method.GetParameters()[0].ParameterType))
        {
            if (value is SyntaxKind kind && !kind.IsBlock()) continue;
            var mapped = (Enum)method.Invoke(null, [value])!;
            given.Add(mapped);
            if (value is SyntaxKind or Analysis.Comparison.RelationReason.None) continue;
            Assert.Equal(value.ToString(), mapped.ToString(), ignoreCase: true);
        }
        var expected = Enum.GetValues(method.ReturnType).Cast<Enum>().Where(value => Convert.ToInt32(value, null) != 0);
        Assert.Equal(expected.Order(), given.Where(value => Convert.ToInt32(value, null) != 0).Order());
    }

    [Theory]
    [InlineData(SyntaxKind.PublicationLine, V1.BlockKind.Dateline)]
    [InlineData(SyntaxKind.AddressLine, V1.BlockKind.Dateline)]
    [InlineData(SyntaxKind.Credit, V1.BlockKind.Caption)]
    [InlineData(SyntaxKind.Timestamp, V1.BlockKind.LiveEntry)]
    public void Blocks_OfOneUse_ShareAWord(SyntaxKind kind, V1.BlockKind expected) => Assert.Equal(expected, kind.ToProto());

    private static MethodInfo[] Methods() =>
        typeof(EnumMapping).GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly);
}
