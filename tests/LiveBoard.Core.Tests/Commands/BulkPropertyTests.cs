using CsCheck;
using LiveBoard.Core.Access;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands;
using LiveBoard.Core.Commands.Bulk;
using LiveBoard.Core.Commands.Cards;
using LiveBoard.Core.Commands.Fields;
using LiveBoard.Testing;

namespace LiveBoard.Core.Tests.Commands;

/// <summary>One command about many cards does what the commands about each of them do, and its undo leaves nothing behind.</summary>
public sealed class BulkPropertyTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private TestBoard _board = null!;
    private Actor _bo;
    private Guid _field;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _board = await TestBoard.CreateAsync(_database, columns: 3, cardsPerColumn: 4);
        _bo = await _database.AddUserAsync(_board.WorkspaceId);
        await _board.AddLabelAsync();
        await _board.AddLabelAsync();
        var field = new AddField
        {
            BoardId = _board.Id,
            Name = "Vessel",
            Type = CustomFieldType.Text,
        };
        await _board.DoAsync(field);
        _field = field.FieldId;
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public Task Many_IsTheSameAsEachOfThem_AndUndoIsAsIfNothingHadBeen() =>
        Gen.Int[0, int.MaxValue - 1].SampleAsync(RunAsync, iter: 40, threads: 1);

    private async Task RunAsync(int seed)
    {
        var random = new Random(seed);
        var before = await _board.ReadAsync();
        var (change, each) = Wish(before, random);

        var result = await _database.Commands.HandleAsync(change, _board.Owner);
        Assert.True(result.IsDone, $"{result.Rejection}");
        var many = await _board.ReadAsync();
        Assert.InRange(many.Version - before.Version, 0, 1);
        if (result.Undo is { } undo)
        {
            var redo = (await _board.DoAsync(undo)).Undo!;
            Assert.Equal(SnapshotText.OfContent(before), SnapshotText.OfContent(await _board.ReadAsync()));
            await _board.DoAsync(redo);
            Assert.Equal(Look(many), Look(await _board.ReadAsync()));
            await _board.DoAsync(undo with { CommandId = Guid.CreateVersion7() });
        }

        foreach (var command in each)
        {
            await _board.DoAsync(command);
        }

        Assert.Equal(Look(many), Look(await _board.ReadAsync()));
    }

    /// <summary>Without order keys: the same order can be told by others.</summary>
    private static string Look(BoardSnapshot board) =>
        SnapshotText.OfContent(
            board with
            {
                Cards = board.Cards.Clear(),
                Columns =
                [
                    .. board.Columns.Select(column =>
                        column with
                        {
                            Cards = [.. column.Cards.Select(c => c with { Position = "" })],
                        }
                    ),
                ],
            }
        );

    private (ChangeCards, List<BoardCommand>) Wish(BoardSnapshot board, Random random)
    {
        var cards = board.Columns.SelectMany(c => c.Cards).Where(_ => random.Next(3) == 0).ToList();
        var change = new ChangeCards { BoardId = board.Id, CardIds = [.. cards.Select(c => c.Id)] };
        var each = new List<BoardCommand>();
        if (random.Next(2) == 0)
        {
            Move(board, random, ref change, each);
        }

        if (random.Next(2) == 0)
        {
            var isOn = random.Next(2) == 0;
            var label = board.Labels.Keys.Order().ElementAt(random.Next(2));
            change = isOn ? change with { LabelsOn = [label] } : change with { LabelsOff = [label] };
            each.AddRange(
                cards.Select(c =>
                    Set(
                        new SetCardLabel
                        {
                            BoardId = board.Id,
                            CardId = c.Id,
                            LabelId = label,
                            IsOn = isOn,
                        }
                    )
                )
            );
        }

        if (random.Next(2) == 0)
        {
            var isOn = random.Next(2) == 0;
            change = isOn ? change with { PeopleOn = [_bo.PersonId] } : change with { PeopleOff = [_bo.PersonId] };
            each.AddRange(
                cards.Select(c =>
                    Set(
                        new SetCardAssignee
                        {
                            BoardId = board.Id,
                            CardId = c.Id,
                            PersonId = _bo.PersonId,
                            IsOn = isOn,
                        }
                    )
                )
            );
        }

        if (random.Next(2) == 0)
        {
            Dates(random, cards, ref change, each);
        }

        if (random.Next(2) == 0)
        {
            var value = random.Next(3) == 0 ? "" : $"Alba {random.Next(3)}";
            change = change with { Field = new FieldWish(_field, value) };
            each.AddRange(
                cards.Select(c =>
                    Set(
                        new SetCardField
                        {
                            BoardId = board.Id,
                            CardId = c.Id,
                            FieldId = _field,
                            Value = value,
                        }
                    )
                )
            );
        }

        return (change, each);
    }

    private static BoardCommand Set(BoardCommand command) => command;

    private static void Move(BoardSnapshot board, Random random, ref ChangeCards change, List<BoardCommand> each)
    {
        var moving = change.CardIds;
        var column = board.Columns[random.Next(board.Columns.Length)];
        var staying = column.Cards.Where(c => !moving.Contains(c.Id)).Select(c => (Guid?)c.Id).ToList();
        var after = staying.Count == 0 || random.Next(3) == 0 ? null : staying[random.Next(staying.Count)];
        change = change with { Move = new CardsMove(column.Id, after) };
        foreach (var id in moving)
        {
            each.Add(
                new MoveCard
                {
                    BoardId = board.Id,
                    CardId = id,
                    ToColumnId = column.Id,
                    AfterCardId = after,
                }
            );
            after = after is null ? null : id;
        }
    }

    private static void Dates(Random random, List<CardSnapshot> cards, ref ChangeCards change, List<BoardCommand> each)
    {
        var boardId = change.BoardId;
        DateTime? at = random.Next(3) == 0 ? null : DateTime.UnixEpoch.AddDays(random.Next(100));
        int? shift = random.Next(2) == 0 ? random.Next(-5, 5) : null;
        bool? isDone = random.Next(2) == 0 ? random.Next(2) == 0 : null;
        at = shift is null ? at : null;
        change = change with { Due = new DateWish(at, shift), Start = new DateWish(at, shift), IsDone = isDone };
        foreach (var card in cards)
        {
            each.Add(
                new SetCardDue
                {
                    BoardId = boardId,
                    CardId = card.Id,
                    DueAt = shift is { } days ? card.DueAt?.AddDays(days) : at,
                    IsDone = isDone ?? card.IsDueDone,
                }
            );
            each.Add(
                new SetCardStart
                {
                    BoardId = boardId,
                    CardId = card.Id,
                    StartAt = shift is { } more ? card.StartAt?.AddDays(more) : at,
                }
            );
        }
    }
}
