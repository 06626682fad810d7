using LiveBoard.Core.Boards;

namespace LiveBoard.Core.Tests.Boards;

/// <summary>Changes of a text, from a browser that may be anybody's.</summary>
public sealed class TextChangeTests
{
    [Theory]
    [InlineData("hello", "[5]", "hello")]
    [InlineData("hello", "[2,[2,\"y\"],1]", "heyo")]
    [InlineData("", "[[0,\"a\",\"b\"]]", "a\nb")]
    [InlineData("abc", "[[3]]", "")]
    [InlineData("abc", "[3,[0,\"\",\"\"]]", "abc\n")]
    public void Change_IsReadAsCodeMirrorWritesIt(string text, string json, string after)
    {
        var change = TextChange.Parse(json)!;

        Assert.Equal(after, change.Apply(text));
        Assert.Equal(after, TextChange.Parse(change.ToString())!.Apply(text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[-1]")]
    [InlineData("[1.5]")]
    [InlineData("[\"x\"]")]
    [InlineData("[[]]")]
    [InlineData("[[-1,\"x\"]]")]
    [InlineData("[[1,2]]")]
    [InlineData("[[1,null]]")]
    [InlineData("[[1,\"a\\nb\"]]")]
    [InlineData("[[0,\"\\ud800\"]]")]
    [InlineData("[99999999999]")]
    [InlineData("[2147483647,2147483647]")]
    [InlineData("[[[1]]]")]
    [InlineData("[1")]
    public void WhatIsNoChange_IsRefused(string json) => Assert.Null(TextChange.Parse(json));

    [Fact]
    public void ManyParts_AreRefused() =>
        Assert.Null(TextChange.Parse($"[{string.Join(',', Enumerable.Repeat("0", 20_000))}]"));

    [Fact]
    public void Change_FitsOneTextOnly() =>
        Assert.Throws<ArgumentException>(() => TextChange.Parse("[3]")!.Apply("ab"));

    [Theory]
    [InlineData("", "new")]
    [InlineData("old", "")]
    [InlineData("the old text", "the new text")]
    [InlineData("aaa", "aaaa")]
    [InlineData("a👍b", "a👎b")]
    [InlineData("same", "same")]
    public void Difference_MakesTheOneTheOther(string before, string after) =>
        Assert.Equal(after, TextChange.Between(before, after).Apply(before));

    /// <summary>Both begin with the same half of a character, which must not be torn from its other half.</summary>
    [Fact]
    public void Difference_TearsNoCharacter() =>
        Assert.All(TextChange.Between("a👍b", "a👎b").Insertions, text => Assert.Equal("👎", text));
}
