using LiveBoard.Core.Access;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands;
using LiveBoard.Core.Commands.Cards;
using LiveBoard.Core.Commands.Fields;
using LiveBoard.Testing;

namespace LiveBoard.Core.Tests.Commands;

/// <summary>Those about a board's fields and what a card holds in them.</summary>
internal static partial class EveryCommand
{
    private static IEnumerable<BoardCommand> OnFields(Guid id, Guid card, Actor actor)
    {
        var field = TestBoard.FieldOf(card);
        yield return new AddField
        {
            BoardId = id,
            Name = "New",
            Type = CustomFieldType.Text,
        };
        yield return new ChangeField
        {
            BoardId = id,
            FieldId = field,
            Name = "New",
            IsOnTile = true,
        };
        yield return new MoveField
        {
            BoardId = id,
            FieldId = field,
            BeforeFieldId = field,
        };
        yield return new RemoveField { BoardId = id, FieldId = field };
        yield return new SetCardField
        {
            BoardId = id,
            CardId = card,
            FieldId = field,
            PersonId = actor.PersonId,
        };
        yield return new TickTask
        {
            BoardId = id,
            CardId = card,
            Offset = 3,
            Line = "- [ ] Typed",
            IsDone = true,
        };
        yield return new SetCardReminder
        {
            BoardId = id,
            CardId = card,
            Minutes = 60,
        };
    }
}
