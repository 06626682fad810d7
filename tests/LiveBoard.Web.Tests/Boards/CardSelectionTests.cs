using LiveBoard.Testing;
using LiveBoard.Web.Components.Boards.Selection;

namespace LiveBoard.Web.Tests.Boards;

public sealed class CardSelectionTests
{
    private readonly CardSelection _selection = new();
    private readonly List<Guid> _cards = [.. Enumerable.Range(0, 8).Select(_ => Guid.CreateVersion7())];

    [Fact]
    public void Range_TakesThePlaceOfTheRangeThatWas_AndLeavesWhatWasPickedBefore()
    {
        _selection.Toggle(_cards[7]);
        _selection.Toggle(_cards[2]);

        _selection.ExtendTo(_cards[5], _cards[0], _cards);
        AssertPicked(2, 3, 4, 5, 7);
        _selection.ExtendTo(_cards[1], _cards[0], _cards);
        AssertPicked(1, 2, 7);
    }

    [Fact]
    public void Range_BeginsWhereTheViewerIs_WhenNoneHasBegun()
    {
        _selection.ExtendTo(_cards[4], _cards[3], _cards);

        AssertPicked(3, 4);
    }

    [Fact]
    public void Range_WhoseBeginningIsNotShownAnyMore_BeginsAnew()
    {
        _selection.Toggle(_cards[0]);

        _selection.ExtendTo(_cards[4], _cards[3], [.. _cards.Skip(2)]);

        AssertPicked(0, 3, 4);
    }

    [Fact]
    public void WhatIsGone_IsLetGo_AndOnlyThatIsSaid()
    {
        _selection.Set(_cards.Take(3));
        var said = new List<Guid>();
        _selection.Changed += said.AddRange;

        _selection.Keep(id => id != _cards[1]);
        _selection.Keep(_ => true);

        AssertPicked(0, 2);
        Assert.Equal([_cards[1]], said);
    }

    [Fact]
    public void InTheBoardsOrder_HoweverTheyWerePicked()
    {
        var board = SampleSnapshots.Board(columns: 2, cardsPerColumn: 2);
        var inOrder = board.Columns.SelectMany(c => c.Cards).ToList();

        _selection.Set([inOrder[3].Id, inOrder[0].Id, inOrder[2].Id]);

        Assert.Equal([inOrder[0], inOrder[2], inOrder[3]], _selection.In(board));
    }

    private void AssertPicked(params IEnumerable<int> indexes) =>
        Assert.Equal(indexes, Enumerable.Range(0, _cards.Count).Where(i => _selection.Contains(_cards[i])));
}
