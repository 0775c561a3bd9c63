using System.Globalization;
using System.Text.Json;
using Analysis.Mapping;
using Analysis.V1;
using Google.Protobuf;
using Google.Rpc;

namespace Analysis.Tests.Mapping;

public class CanonicalJsonTests
{
    [Fact]
    public void Scalars_ArePrintedEvenWhenZero() => CheckLine(new Span(), """{"end":0,"start":0}""");

    [Fact]
    public void Keys_AreSortedAndNamedAsInTheProto() => CheckLine(
        new ArticleStance { Article = 4_000_000_000, Stance = Stance.SaysOtherwise },
        """{"article":4000000000,"stance":"SAYS_OTHERWISE"}""");

    [Fact]
    public void EmptyLists_ArePrintedAndAbsentMessagesAreNot() => CheckLine(
        new QuoteAlignment(), """{"alteration":"UNSPECIFIED","changes":[],"confidence":0}""");

    [Fact]
    public void OptionalScalar_IsPrintedWhenSet()
    {
        var quantity = new Quantity { Kind = QuantityKind.Money };
        Assert.DoesNotContain("as_of", CanonicalJson.ToLine(quantity), StringComparison.Ordinal);
        quantity.AsOf = 0;
        CheckLine(
            quantity,
            """{"as_of":0,"confidence":0,"high":"","kind":"MONEY","low":"","precision":"UNSPECIFIED","unit":"","value":""}""");
    }

    [Fact]
    public void OneofMember_IsPrintedWhenSet()
    {
        CheckLine(new ArticleInput(), """{"section":0}""");
        CheckLine(new ArticleInput { Name = "" }, """{"name":"","section":0}""");
        CheckLine(
            new ArticleInput { Inline = new InlineArticle { Raw = ByteString.CopyFrom(0, 255) } },
            """{"inline":{"id":"","media_type":"","published":"","raw":"AP8=","uri":""},"section":0}""");
    }

    [Theory]
    [InlineData(0.9, "0.9")]
    [InlineData(0.905, "0.905")]
    [InlineData(0.9004, "0.9")]
    [InlineData(1.0, "1")]
    [InlineData(0.0, "0")]
    [InlineData(-0.0001, "0")]
    [InlineData(-1.5, "-1.5")]
    [InlineData(0.29999999999999998, "0.3")]
    [InlineData(12345678.5, "12345678.5")]
    public void Doubles_HaveAtMostThreeDecimals(double value, string expected) =>
        CheckLine(new Entailment { LeftToRight = value }, $$"""{"left_to_right":{{expected}},"right_to_left":0}""");

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Doubles_ThatJsonCannotSay_AreRefused(double value) =>
        Assert.Throws<ArgumentException>(() => CanonicalJson.ToLine(new Entailment { LeftToRight = value }));

    [Fact]
    public void EnumWords_LoseThePrefixOfTheirType()
    {
        Assert.Contains(
            "\"reason\":\"ORDER_UNKNOWN\",\"relation\":\"CONFLICTS\"",
            CanonicalJson.ToLine(new Alignment { Relation = Relation.Conflicts, Reason = RelationReason.OrderUnknown }),
            StringComparison.Ordinal);
        Assert.Contains("\"position_encoding\":\"UTF8\"", CanonicalJson.ToLine(new V1.Comparison { PositionEncoding = PositionEncoding.Utf8 }), StringComparison.Ordinal);
        Assert.Contains("\"found_in\":\"JSON_LD\"", CanonicalJson.ToLine(new MetadataValue { FoundIn = FoundIn.JsonLd }), StringComparison.Ordinal);
    }

    [Fact]
    public void UnknownEnumValue_IsItsNumber() => CheckLine(new ArticleStance { Stance = (Stance)99 }, """{"article":0,"stance":99}""");

    [Fact]
    public void Strings_AreEscapedOnlyWhereJsonDemandsIt()
    {
        const string Text = "“é” 漢字 👩 </a> \u2028 \u007f '&' \" \\ / \n \r \t \b \f \0 \u001f";
        string line = CanonicalJson.ToLine(new Evidence { Value = Text });
        Assert.Contains("“é” 漢字 👩 </a> \u2028 \u007f '&' \\\" \\\\ / \\n \\r \\t \\b \\f \\u0000 \\u001f", line, StringComparison.Ordinal);
        Assert.Equal(Text, JsonDocument.Parse(line).RootElement.GetProperty("value").GetString());
    }

    [Fact]
    public void Maps_AreObjectsInOrderOfTheirKeys() => CheckLine(
        new ErrorInfo { Type = "R", Domain = "d", Metadata = { ["b"] = "2", ["B"] = "1", ["a"] = "3" } },
        """{"domain":"d","metadata":{"B":"1","a":"3","b":"2"},"type":"R"}""");

    [Fact]
    public void Indented_HasOneValueALine() => Assert.Equal(
        """
        {
          "claims": [
            "c1",
            "c2"
          ],
          "members": [],
          "reports": 0,
          "stances": [
            {
              "article": 0,
              "stance": "SILENT"
            }
          ]
        }

        """.ReplaceLineEndings("\n"),
        CanonicalJson.ToIndented(new Cluster { Claims = { "c1", "c2" }, Stances = { new ArticleStance { Stance = Stance.Silent } } }));

    [Fact]
    public void Indented_EmptyValuesStayOnTheLine() => Assert.Equal(
        "{\n  \"article\": 0,\n  \"spans\": []\n}\n", CanonicalJson.ToIndented(new Location()));

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("de-DE")]
    public void Culture_MakesNoDifference(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            CheckLine(new Entailment { LeftToRight = 0.25, RightToLeft = -1 }, """{"left_to_right":0.25,"right_to_left":-1}""");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static void CheckLine(IMessage message, string expected) => Assert.Equal(expected + "\n", CanonicalJson.ToLine(message));
}
