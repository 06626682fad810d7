using LiveBoard.Core.Boards;

namespace LiveBoard.Core.Tests.Boards;

/// <summary>Whom a text names.</summary>
public sealed class MentionsTests
{
    private static readonly PersonSnapshot Anna = Person("Anna", 1);
    private static readonly PersonSnapshot AnnaBerg = Person("Anna Berg", 2);
    private static readonly PersonSnapshot OtherAnna = Person("anna", 3);
    private static readonly PersonSnapshot Ines = Person("Inês Carvalho", 4);

    [Theory]
    [InlineData("@Anna Berg, look", "Anna Berg")]
    [InlineData("@anna berg", "Anna Berg")]
    [InlineData("(@Anna Berg)", "Anna Berg")]
    [InlineData("Ask @Inês Carvalho and @Anna Berg.", "Inês Carvalho, Anna Berg")]
    [InlineData("@Anna Bergs", "Anna, anna")]
    [InlineData("@Anna and @Anna", "Anna, anna")]
    [InlineData("@Annabel", "")]
    [InlineData("mail a@anna.example", "")]
    [InlineData("`@Anna Berg`", "")]
    [InlineData("```\n@Anna Berg\n```", "")]
    [InlineData("a stray ` and @Anna Berg", "Anna Berg")]
    [InlineData("`code` @Anna Berg", "Anna Berg")]
    [InlineData("``a ` b`` @Anna Berg", "Anna Berg")]
    [InlineData("@", "")]
    [InlineData("no sign", "")]
    public void Find_NamesWhoIsMeant(string text, string names) =>
        Assert.Equal(
            names,
            string.Join(
                ", ",
                Mentions
                    .Find(text, [Anna, AnnaBerg, OtherAnna, Ines])
                    .Select(id => new[] { Anna, AnnaBerg, OtherAnna, Ines }.Single(p => p.Id == id).Name)
            )
        );

    [Fact]
    public void Find_InALongTextOfSigns_IsDoneAtOnce()
    {
        var people = Enumerable.Range(1, 200).Select(i => Person($"Person {i}", (byte)i)).ToList();

        Assert.Empty(Mentions.Find(string.Concat(Enumerable.Repeat("@ ", 16_000)), people));
        Assert.Empty(Mentions.Find(string.Concat(Enumerable.Repeat("`@", 16_000)) + "`", people));
    }

    private static PersonSnapshot Person(string name, byte number) =>
        new(new Guid(number, 0, 0, new byte[8]), name, Color: 1, IsPlaceholder: false);
}
