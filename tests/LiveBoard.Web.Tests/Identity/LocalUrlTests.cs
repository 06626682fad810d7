using LiveBoard.Web.Identity;

namespace LiveBoard.Web.Tests.Identity;

public sealed class LocalUrlTests
{
    [Theory]
    [InlineData("/")]
    [InlineData("/boards/1?card=2#x")]
    [InlineData("/%2fevil.example")]
    public void PathOfThisSite_Stays(string url) => Assert.Equal(url, LocalUrl.OrHome(url));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("//e")]
    [InlineData("/\\e")]
    [InlineData("\\/e")]
    [InlineData("https:e")]
    [InlineData("%2f%2fe")]
    [InlineData("/\t/e")]
    [InlineData("/\r\n/e")]
    [InlineData("/a\\..\\e")]
    [InlineData(" //e")]
    [InlineData("javascript:alert(1)")]
    public void AnythingElse_IsHome(string? url) => Assert.Equal("/", LocalUrl.OrHome(url));
}
