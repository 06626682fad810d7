using System.Reflection;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands;
using LiveBoard.Core.Commands.Boards;
using LiveBoard.Core.Commands.Bulk;
using LiveBoard.Core.Commands.Cards;
using LiveBoard.Core.Commands.Links;
using LiveBoard.Testing;

namespace LiveBoard.Core.Tests.Commands;

/// <summary>
/// "Authorise id A, act on id B" is the hole most peers had: every id of every command is swapped for one of a board
/// that the actor may not open, and nothing may happen anywhere.
/// </summary>
public sealed class ForeignIdTests
{
    /// <summary>Ids that name a place rather than a thing: one that is not there means the end of the column.</summary>
    private static readonly string[] Hints =
    [
        "AfterCardId",
        "BeforeCardId",
        "BeforeColumnId",
        "BeforeItemId",
        "BeforeFieldId",
    ];

    [Fact]
    public async Task EveryIdOfEveryCommand_SwappedForAForeignOne_DoesNothing()
    {
        await using var database = await TestDatabase.CreateAsync();
        var mine = await TestBoard.CreateAsync(database);
        var theirs = await TestBoard.CreateAsync(database);
        await mine.AddLabelAsync();
        await theirs.AddLabelAsync();
        await mine.AddDetailsAsync(mine.Owner);
        await theirs.AddDetailsAsync(theirs.Owner);
        var (own, foreign) = (await mine.ReadAsync(), await theirs.ReadAsync());
        var ownWidgets = await (await mine.AddDashboardAsync()).ReadAsync();
        var foreignWidget = (await (await theirs.AddDashboardAsync()).ReadAsync()).Widgets.Keys.First();
        var before = await DatabaseText.OfAsync(database);
        foreach (var command in EveryCommand.On(own, mine.Owner).Concat(EveryCommand.OnWidgets(ownWidgets)))
        {
            foreach (var id in command.GetType().GetProperties().Where(p => IsId(p)))
            {
                var swapped = Swap(command, id, foreign, theirs, foreignWidget);
                var result = await database.Commands.HandleAsync(swapped, mine.Owner);
                Assert.True(
                    result.Rejection is not null,
                    $"{command.GetType().Name} with a foreign {id.Name} was {result.Status}."
                );
                Assert.NotEqual(RejectionCode.NotAllowed, result.Rejection.Code);
            }
        }

        Assert.Equal(before, await DatabaseText.OfAsync(database));
    }

    [Theory]
    [InlineData(BoardRole.Viewer)]
    [InlineData(BoardRole.Commenter)]
    [InlineData(BoardRole.Editor)]
    public async Task EveryCommand_AboveTheRole_IsRefused(BoardRole role)
    {
        await using var database = await TestDatabase.CreateAsync();
        var board = await TestBoard.CreateAsync(database);
        await board.AddLabelAsync();
        await board.DoAsync(
            new SetBoardAccess
            {
                BoardId = board.Id,
                Visibility = BoardVisibility.Workspace,
                WorkspaceRole = role,
            }
        );
        var member = await database.AddUserAsync(board.WorkspaceId);
        var stranger = await database.AddUserAsync();
        var before = await DatabaseText.OfAsync(database);
        foreach (var command in EveryCommand.On(await board.ReadAsync(), board.Owner).Where(c => c.RequiredRole > role))
        {
            var result = await database.Commands.HandleAsync(command, member);
            var expected = command is MoveCardToBoard or LinkCards
                ? RejectionCode.BoardNotFound
                : RejectionCode.NotAllowed;
            Assert.Equal((command.GetType().Name, expected), (command.GetType().Name, result.Rejection?.Code));
            result = await database.Commands.HandleAsync(command, stranger);
            Assert.Equal(RejectionCode.BoardNotFound, result.Rejection?.Code);
        }

        Assert.Equal(before, await DatabaseText.OfAsync(database));
    }

    private static bool IsId(PropertyInfo property) =>
        property.Name is not nameof(BoardCommand.CommandId) and not nameof(BoardCommand.OtherBoardId)
        && !Hints.Contains(property.Name)
        && property.CanWrite
        // What a card does not have cannot be taken from it, whoever's it is.
        && property.Name is not nameof(ChangeCards.LabelsOff) and not nameof(ChangeCards.PeopleOff)
        && (
            property.PropertyType == typeof(Guid)
            || property.PropertyType == typeof(Guid?)
            || property.PropertyType == typeof(IReadOnlyList<Guid>)
        );

    private static BoardCommand Swap(
        BoardCommand command,
        PropertyInfo id,
        BoardSnapshot foreign,
        TestBoard theirs,
        Guid foreignWidget
    )
    {
        object value = id.Name switch
        {
            nameof(BoardCommand.BoardId) or nameof(MoveCardToBoard.ToBoardId) => foreign.Id,
            nameof(ShelveCards.CardIds) => (IReadOnlyList<Guid>)[foreign.Columns[0].Cards[0].Id],
            "CardId" or "ToCardId" or "MadeCardId" => foreign.Columns[0].Cards[0].Id,
            "ColumnId" or "ToColumnId" => foreign.Columns[0].Id,
            "CommentId" => TestBoard.CommentOf(foreign.Columns[0].Cards[0].Id),
            "ChecklistId" or "ToChecklistId" => TestBoard.ChecklistOf(foreign.Columns[0].Cards[0].Id),
            "ItemId" => TestBoard.ItemOf(foreign.Columns[0].Cards[0].Id),
            "FieldId" => TestBoard.FieldOf(foreign.Columns[0].Cards[0].Id),
            "AttachmentId" => TestBoard.PictureOf(foreign.Columns[0].Cards[0].Id),
            "FileId" => TestBoard.FileOf(foreign.Columns[0].Cards[0].Id),
            nameof(ChangeCards.LabelsOn) => (IReadOnlyList<Guid>)[foreign.Labels.Keys.First()],
            nameof(ChangeCards.PeopleOn) => (IReadOnlyList<Guid>)[theirs.Owner.PersonId],
            "LabelId" => foreign.Labels.Keys.First(),
            "WidgetId" or "CopyId" => foreignWidget,
            "PersonId" => theirs.Owner.PersonId,
            _ => throw new InvalidOperationException($"What kind of id is {command.GetType().Name}.{id.Name}?"),
        };
        var copy = (BoardCommand)command.GetType().GetMethod("<Clone>$")!.Invoke(command, null)!;
        id.SetValue(copy, value);
        typeof(BoardCommand).GetProperty(nameof(BoardCommand.CommandId))!.SetValue(copy, Guid.CreateVersion7());
        return copy;
    }
}
