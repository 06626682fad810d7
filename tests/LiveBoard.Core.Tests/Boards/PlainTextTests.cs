using LiveBoard.Core.Boards;

namespace LiveBoard.Core.Tests.Boards;

public sealed class PlainTextTests
{
    private const char Acute = '\u0301';

    [Theory]
    [InlineData("a\0b")]
    [InlineData("a\uFFFE")]
    [InlineData("a\uFFFF")]
    [InlineData("a\uFDD0")]
    [InlineData("a\uFDEF")]
    [InlineData("a\U0001FFFE")]
    [InlineData("a\U0010FFFF")]
    public void WhatNoDatabaseOrReaderCanTake_IsFoundOut(string text) => Assert.False(PlainText.IsStorable(text));

    [Fact]
    public void HalfACharacter_IsFoundOut()
    {
        // An attribute could not carry it: metadata is UTF-8.
        var rocket = "\U0001F680";

        Assert.False(PlainText.IsStorable($"a{rocket[0]}"));
        Assert.False(PlainText.IsStorable($"{rocket[1]}a"));
        Assert.False(PlainText.IsStorable($"{rocket[1]}{rocket[0]}"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a\tb\r\nc")]
    [InlineData("\uE000 private use")]
    [InlineData("\uFDCF\uFDF0\uFFFD")]
    [InlineData("\U0001F469\u200D\U0001F680 \U0001F1F3\U0001F1F4 \U0001F44B\U0001F3FD")]
    [InlineData("\u202Egnp.exe")]
    public void WhatPeopleWrite_IsStored(string text) => Assert.True(PlainText.IsStorable(text));

    [Fact]
    public void AsManyMarksAsRealWritingNeeds_ButNoPile()
    {
        var most = "e" + new string(Acute, PlainText.MaxMarks);

        Assert.True(PlainText.IsStorable($"{most}{most}"));
        Assert.False(PlainText.IsStorable($"x{most}{Acute}x"));
        Assert.False(PlainText.IsStorable($"{most}\u200D{Acute}"));
    }
}
