using Analysis.Storage;

namespace Analysis.Server.Tests.Storage;

public class ArticleIdentityTests
{
    [Theory]
    [InlineData("a", true)]
    [InlineData("7", true)]
    [InlineData("Ferry_2024-03.v1~b", true)]
    [InlineData("", false)]
    [InlineData(null, false)]
    [InlineData("-a", false)]
    [InlineData("_a", false)]
    [InlineData(".a", false)]
    [InlineData("~a", false)]
    [InlineData("a b", false)]
    [InlineData("a/b", false)]
    [InlineData("a%20", false)]
    [InlineData("é", false)]
    [InlineData("aé", false)]
    [InlineData("a\n", false)]
    public void Id_IsOfAFewCharacters(string? id, bool valid) => Assert.Equal(valid, ArticleIdentity.IsValid(id));

    [Fact]
    public void Id_HasALimit()
    {
        Assert.True(ArticleIdentity.IsValid(new string('a', 63)));
        Assert.False(ArticleIdentity.IsValid(new string('a', 64)));
    }

    [Fact]
    public void Of_TakesTheFirstThatIsThere()
    {
        Assert.Equal("mine", ArticleIdentity.Of("mine", "https://a.example/", "text"u8));
        // printf https://a.example/ | sha256sum; printf text | sha256sum
        Assert.Equal("address-befde498a45b6c82084a07709548fe6ff7cad85a", ArticleIdentity.Of("", "http://A.example", "text"u8));
        Assert.Equal("content-982d9e3eb996f559e633f4d194def3761d909f5a", ArticleIdentity.Of("", "", "text"u8));
        Assert.Equal("content-e3b0c44298fc1c149afbf4c8996fb92427ae41e4", ArticleIdentity.Of("", "", []));
    }

    [Fact]
    public void Of_GivesValidIds()
    {
        Assert.True(ArticleIdentity.IsValid(ArticleIdentity.Of("", "not an address", [])));
        Assert.True(ArticleIdentity.IsValid(ArticleIdentity.Of("", "", [1, 2, 3])));
    }

    [Theory]
    // What is one.
    [InlineData("https://a.example", "https://a.example/")]
    [InlineData("HTTP://A.Example/Path", "https://a.example/Path")]
    [InlineData("http://a.example:80/x", "https://a.example/x")]
    [InlineData("https://a.example:443/x", "https://a.example/x")]
    [InlineData("https://a.example:/x", "https://a.example/x")]
    [InlineData("https://a.example/x#part", "https://a.example/x")]
    [InlineData("https://a.example#part?x=1", "https://a.example/")]
    [InlineData("https://a.example/x?utm_source=letter&id=7&UTM_Campaign=z&fbclid=q", "https://a.example/x?id=7")]
    [InlineData("https://a.example/x?gclid=1", "https://a.example/x")]
    [InlineData("https://a.example/x?fbclid", "https://a.example/x")]
    [InlineData("https://a.example/x?", "https://a.example/x")]
    [InlineData("https://a.example?id=7", "https://a.example/?id=7")]
    // What stays.
    [InlineData("https://a.example:8443/x", "https://a.example:8443/x")]
    [InlineData("https://a.example/x?b=2&a=1&&c", "https://a.example/x?b=2&a=1&&c")]
    [InlineData("https://a.example/x?my_utm_source=1", "https://a.example/x?my_utm_source=1")]
    [InlineData("https://a.example/x?ref=front", "https://a.example/x?ref=front")]
    [InlineData("https://a.example/%7Ex/../y//z/", "https://a.example/%7Ex/../y//z/")]
    [InlineData("https://Ann:Pass@A.example/", "https://Ann:Pass@a.example/")]
    [InlineData("https://www.a.example/", "https://www.a.example/")]
    [InlineData("https://[2001:DB8::1]:443/x", "https://[2001:db8::1]/x")]
    [InlineData("https://[2001:db8::1]/x", "https://[2001:db8::1]/x")]
    [InlineData("https://zeitung.example/straße?q=ü", "https://zeitung.example/straße?q=ü")]
    // What is none, and stays as it is.
    [InlineData("", "")]
    [InlineData("a.example/x#part", "a.example/x#part")]
    [InlineData("ftp://A.example/x#part", "ftp://A.example/x#part")]
    [InlineData("urn:ISBN:1", "urn:ISBN:1")]
    [InlineData("https:///x", "https:///x")]
    [InlineData("https://:443/x", "https://:443/x")]
    [InlineData("https://A example/x", "https://A example/x")]
    [InlineData("https://A.example:port/x", "https://A.example:port/x")]
    [InlineData("https://A.example:65536/x", "https://A.example:65536/x")]
    [InlineData(" https://A.example/", " https://A.example/")]
    public void CanonicalAddress_OfOnePageIsOne(string uri, string canonical)
    {
        Assert.Equal(canonical, ArticleIdentity.CanonicalAddress(uri));
        Assert.Equal(canonical, ArticleIdentity.CanonicalAddress(canonical));
    }

    [Theory]
    [InlineData("https://News.Example:8443/x", "news.example")]
    [InlineData("http://ann@news.example", "news.example")]
    [InlineData("https://[2001:DB8::1]:80/", "[2001:db8::1]")]
    [InlineData("ftp://news.example/", "")]
    [InlineData("news.example", "")]
    [InlineData("", "")]
    public void Host_IsLowerCaseAndWithoutPort(string uri, string host) => Assert.Equal(host, ArticleIdentity.HostOf(uri));

    [Fact]
    public void Address_OfAnyLetters_IsRead()
    {
        var random = new Random(1);
        string[] parts = ["http://", "HTTPS://", "a.Example", ":", "80", "/", "?", "#", "&", "=", "utm_", "fbclid", "@", "[", "]", "%41", "é", "\ud800", " "];
        for (int round = 0; round < 20_000; round++)
        {
            string uri = string.Concat(random.GetItems(parts, random.Next(1, 12)));
            string canonical = ArticleIdentity.CanonicalAddress(uri);
            Assert.Equal(canonical, ArticleIdentity.CanonicalAddress(canonical));
            Assert.Equal(ArticleIdentity.HostOf(uri), ArticleIdentity.HostOf(canonical));
            Assert.True(ArticleIdentity.IsValid(ArticleIdentity.Of("", uri, [])));
        }
    }
}
