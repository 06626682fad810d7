using LiveBoard.Web.Identity;

namespace LiveBoard.Web.Tests.Identity;

public sealed class PasswordRulesTests
{
    [Theory]
    [InlineData("seven green bicycles")]
    [InlineData("ünïcödé wörds 漢字 here")]
    [InlineData("kq3vz8mwt1xp")]
    public void LongAndUncommon_IsGood(string password) => Assert.Null(PasswordRules.Check(password));

    [Theory]
    [InlineData("Password1234")]
    [InlineData("P@ssw0rd!!!!!")]
    [InlineData("passwordpassword")]
    [InlineData("qwertyuiop123")]
    [InlineData("123456789012")]
    [InlineData("aaaaaaaaaaaa")]
    [InlineData("abababababab")]
    [InlineData("LiveBoard2026")]
    [InlineData("adalovelace!!!", "Ada Lovelace")]
    [InlineData("ada.lovelace1815", null, "ada.lovelace@example.com")]
    public void WhatOthersTryFirst_IsRefused(string password, params string?[] own) =>
        Assert.Equal(AccountRefusal.PasswordTooCommon, PasswordRules.Check(password, own));

    [Theory]
    [InlineData("", AccountRefusal.PasswordTooShort)]
    [InlineData("kq3vz8mwt1x", AccountRefusal.PasswordTooShort)]
    public void Short_IsRefused(string password, object refusal) =>
        Assert.Equal((AccountRefusal)refusal, PasswordRules.Check(password));

    [Fact]
    public void Length_IsFreeUpToItsLimit()
    {
        var longest = string.Concat(Enumerable.Repeat("kq3vz8mw", PasswordRules.MaxLength / 8));

        Assert.Null(PasswordRules.Check(longest));
        Assert.Equal(AccountRefusal.PasswordTooLong, PasswordRules.Check(longest + "x"));
    }
}
