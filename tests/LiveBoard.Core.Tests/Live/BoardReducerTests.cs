using System.Collections.Immutable;
using CsCheck;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Events;
using LiveBoard.Core.Live;
using LiveBoard.Testing;

namespace LiveBoard.Core.Tests.Live;

/// <summary>
/// Applying changes touches what they speak of and nothing else: "same reference" must mean "nothing to paint", and
/// "nothing to paint" must mean "same reference".
/// </summary>
public sealed class BoardReducerTests
{
    private static readonly Gen<int> Seeds = Gen.Int[0, int.MaxValue - 1];

    [Fact]
    public void Untouched_ColumnsAndCards_KeepTheirReference() =>
        Seeds.Sample(seed =>
        {
            var (board, changes) = RandomChanges.From(seed);

            var after = BoardReducer.Apply(board, changes);

            var touched = RandomChanges.ColumnsTouchedBy(board, changes);
            Assert.All(
                board.Columns.Where(c => !touched.Contains(c.Id)),
                column => Assert.Same(column, after.FindColumn(column.Id))
            );
            var spokenOf = changes.Events.OfType<CardUpserted>().Select(e => e.Card.Id).ToHashSet();
            foreach (var card in after.Cards.Values.Where(c => !spokenOf.Contains(c.Id)))
            {
                Assert.Same(board.Cards[card.Id], card);
            }

            if (!changes.Events.Any(e => e is LabelUpserted or LabelRemoved))
            {
                Assert.Same(board.Labels, after.Labels);
            }

            if (!changes.Events.Any(e => e is BoardUpserted))
            {
                Assert.Same(board.Header, after.Header);
            }
        });

    [Fact]
    public void AllViews_OfTheNextBoard_Agree() =>
        Seeds.Sample(seed =>
        {
            var (board, changes) = RandomChanges.From(seed);

            var after = BoardReducer.Apply(board, changes);

            Assert.Equal(board.Version + 1, after.Version);
            Assert.Equal(after.Columns.OrderBy(c => c.Position, StringComparer.Ordinal), after.Columns);
            Assert.All(
                after.Columns,
                column => Assert.Equal(column.Cards.OrderBy(c => c.Position, StringComparer.Ordinal), column.Cards)
            );
            Assert.All(
                after.Columns,
                column => Assert.All(column.Cards, card => Assert.Equal(column.Id, card.ColumnId))
            );
            var inColumns = after.Columns.SelectMany(c => c.Cards).ToList();
            Assert.Equal(after.Cards.Count, inColumns.Count);
            Assert.All(inColumns, card => Assert.Same(card, after.Cards[card.Id]));
        });

    /// <summary>The first card of any column has the same key, and keeps it in an empty one.</summary>
    [Fact]
    public void CardThatKeepsItsKey_InAnotherColumn_StandsThere()
    {
        var board = SampleSnapshots.Board(columns: 2, cardsPerColumn: 1);
        var card = board.Columns[0].Cards[0];

        var after = Apply(board, new CardUpserted(card with { ColumnId = board.Columns[1].Id }));

        Assert.Empty(after.Columns[0].Cards);
        Assert.Contains(after.Columns[1].Cards, c => c.Id == card.Id);
    }

    [Fact]
    public void LabelRemoved_IsGone_AndTheOthersAreNot()
    {
        var (gone, kept) = (Label("Gone"), Label("Kept"));
        var board = Apply(SampleSnapshots.Board(1, 1), new LabelUpserted(gone), new LabelUpserted(kept));

        var after = Apply(board, new LabelRemoved(gone.Id));

        Assert.Equal([kept], after.Labels.Values);
    }

    [Fact]
    public void Widgets_KeepTheirReference_UnlessTheyAreSpokenOf()
    {
        var (kept, changed, gone) = (Widget("Kept"), Widget("Changed"), Widget("Gone"));
        var board = Apply(
            SampleSnapshots.Board(1, 1),
            new WidgetUpserted(kept),
            new WidgetUpserted(changed),
            new WidgetUpserted(gone)
        );

        var after = Apply(board, new WidgetUpserted(changed with { Title = "New" }), new WidgetRemoved(gone.Id));

        Assert.Equal(2, after.Widgets.Count);
        Assert.Same(kept, after.Widgets[kept.Id]);
        Assert.Equal("New", after.Widgets[changed.Id].Title);
        Assert.Same(board.Columns[0], after.Columns[0]);
        Assert.Same(after.Widgets, Apply(after, new LabelUpserted(Label("Other"))).Widgets);
        var fresh = after with { Widgets = after.Widgets.Values.Select(Anew).ToImmutableDictionary(w => w.Id) };
        Assert.Same(after.Widgets, BoardReducer.Reconcile(after, fresh).Widgets);
        Assert.Same(kept, BoardReducer.Reconcile(board, fresh).Widgets[kept.Id]);
        Assert.NotSame(changed, BoardReducer.Reconcile(board, fresh).Widgets[changed.Id]);
    }

    [Fact]
    public void Events_AppliedTwice_AreAppliedOnce() =>
        Seeds.Sample(seed =>
        {
            var (board, changes) = RandomChanges.From(seed);
            var once = BoardReducer.Apply(board, changes);

            var again = BoardReducer.Apply(once, changes with { Version = once.Version + 1 });

            Assert.Equal(SnapshotText.Of(once), SnapshotText.Of(again with { Version = once.Version }));
        });

    [Fact]
    public void Reconcile_WithTheSameBoardReadAfresh_KeepsEveryReference() =>
        Seeds.Sample(seed =>
        {
            var (board, changes) = RandomChanges.From(seed);
            var fresh = Copy(BoardReducer.Apply(board, changes));

            var reconciled = BoardReducer.Reconcile(board, fresh);

            Assert.Equal(SnapshotText.Of(fresh), SnapshotText.Of(reconciled));
            var touched = RandomChanges.ColumnsTouchedBy(board, changes);
            Assert.All(
                board.Columns.Where(c => !touched.Contains(c.Id)),
                column => Assert.Same(column, reconciled.FindColumn(column.Id))
            );
        });

    [Fact]
    public void ChangeSet_OfAnotherBoardOrVersion_IsRefused()
    {
        var (board, changes) = RandomChanges.From(seed: 1);

        Assert.Throws<ArgumentException>(() =>
            BoardReducer.Apply(board, changes with { BoardId = Guid.CreateVersion7() })
        );
        Assert.Throws<ArgumentException>(() => BoardReducer.Apply(board, changes with { Version = board.Version }));
        Assert.Throws<ArgumentException>(() => BoardReducer.Apply(board, changes with { Version = board.Version + 2 }));
    }

    [Fact]
    public void Person_IsOnTheBoard_AsLongAsACardRefersToThem()
    {
        var board = SampleSnapshots.Board(columns: 1, cardsPerColumn: 2);
        var ann = new PersonSnapshot(Guid.CreateVersion7(), "Ann", 1, IsPlaceholder: false);
        var card = board.Columns[0].Cards[0];
        var given = Apply(board, new PersonUpserted(ann), new CardUpserted(card with { AssigneeIds = [ann.Id] }));
        Assert.Equal([ann.Id], given.People.Keys);

        Assert.Empty(Apply(given, new CardUpserted(card)).People);
        Assert.Empty(Apply(given, new CardRemoved(card.Id)).People);
        Assert.Empty(Apply(given, new ColumnRemoved(card.ColumnId)).People);
        Assert.Equal([ann.Id], Apply(given, new CardRemoved(board.Columns[0].Cards[1].Id)).People.Keys);
    }

    [Fact]
    public void PersonChanged_PaintsOnlyWhereTheyAre()
    {
        var board = SampleSnapshots.Board(columns: 1, cardsPerColumn: 1);
        var ann = new PersonSnapshot(Guid.CreateVersion7(), "Ann", 1, IsPlaceholder: false);
        var card = board.Columns[0].Cards[0];
        var given = Apply(board, new PersonUpserted(ann), new CardUpserted(card with { AssigneeIds = [ann.Id] }));

        Assert.Same(board, BoardReducer.Apply(board, new PersonChanged(ann)));
        Assert.Same(given, BoardReducer.Apply(given, new PersonChanged(ann with { })));
        var renamed = BoardReducer.Apply(given, new PersonChanged(ann with { Name = "Anne" }));
        Assert.Equal("Anne", renamed.People[ann.Id].Name);
        Assert.Equal(given.Columns, renamed.Columns);
    }

    private static BoardSnapshot Apply(BoardSnapshot board, params BoardEvent[] events) =>
        BoardReducer.Apply(
            board,
            new BoardChangeSet(
                board.Id,
                board.Version + 1,
                Guid.CreateVersion7(),
                null,
                DateTime.UnixEpoch,
                [.. events],
                []
            )
        );

    /// <summary>Equal in everything, the same in nothing: as the reader hands it over.</summary>
    private static BoardSnapshot Copy(BoardSnapshot board)
    {
        var cards = board.Cards.Values.Select(card => card with { }).ToImmutableDictionary(card => card.Id);
        return board with
        {
            Header = board.Header with { },
            Columns = [.. board.Columns.Select(c => c with { Cards = [.. c.Cards.Select(card => cards[card.Id])] })],
            Cards = cards,
        };
    }

    private static WidgetSnapshot Widget(string title) =>
        new(
            Guid.CreateVersion7(),
            WidgetKind.Note,
            title,
            new WidgetPlace(0, 0, 4, 4),
            new WidgetSettings { BoardIds = [Guid.CreateVersion7()] },
            Version: 1
        );

    /// <summary>As the reader makes it from what is stored.</summary>
    private static WidgetSnapshot Anew(WidgetSnapshot widget) =>
        widget with
        {
            Settings = WidgetSettings.OfStored(widget.Settings.ToJson()),
        };

    private static LabelSnapshot Label(string name) => new(Guid.CreateVersion7(), name, LabelColor.Sky);
}
