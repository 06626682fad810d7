using LiveBoard.Core.Access;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands;
using LiveBoard.Core.Commands.Attachments;
using LiveBoard.Core.Commands.Cards;
using LiveBoard.Core.Commands.Checklists;
using LiveBoard.Core.Commands.Comments;
using LiveBoard.Testing;

namespace LiveBoard.Core.Tests.Commands;

internal static partial class EveryCommand
{
    /// <summary>Those about what a card holds; <see cref="TestBoard.AddDetailsAsync"/> puts it there.</summary>
    private static IEnumerable<BoardCommand> OnParts(Guid id, Guid card, Actor actor)
    {
        foreach (var attachment in OnAttachments(id, card))
        {
            yield return attachment;
        }

        var (comment, list, item) = (TestBoard.CommentOf(card), TestBoard.ChecklistOf(card), TestBoard.ItemOf(card));
        yield return new AddComment
        {
            BoardId = id,
            CardId = card,
            Text = "New",
        };
        yield return new EditComment
        {
            BoardId = id,
            CardId = card,
            CommentId = comment,
            Text = "New",
        };
        yield return new ReactToComment
        {
            BoardId = id,
            CardId = card,
            CommentId = comment,
            Sign = CommentReaction.Signs[0],
            IsOn = true,
        };
        yield return new RemoveComment
        {
            BoardId = id,
            CardId = card,
            CommentId = comment,
        };
        yield return new AddChecklist
        {
            BoardId = id,
            CardId = card,
            Name = "New",
        };
        yield return new RenameChecklist
        {
            BoardId = id,
            CardId = card,
            ChecklistId = list,
            Name = "New",
        };
        yield return new RemoveChecklist
        {
            BoardId = id,
            CardId = card,
            ChecklistId = list,
        };
        yield return new AddChecklistItems
        {
            BoardId = id,
            CardId = card,
            ChecklistId = list,
            Texts = ["New"],
        };
        yield return new EditChecklistItem
        {
            BoardId = id,
            CardId = card,
            ItemId = item,
            Text = "New",
        };
        yield return new TickChecklistItem
        {
            BoardId = id,
            CardId = card,
            ItemId = item,
            IsDone = true,
        };
        yield return new MoveChecklistItem
        {
            BoardId = id,
            CardId = card,
            ItemId = item,
            ToChecklistId = list,
        };
        yield return new SetChecklistItemAssignee
        {
            BoardId = id,
            CardId = card,
            ItemId = item,
            PersonId = actor.PersonId,
        };
        yield return new SetChecklistItemDue
        {
            BoardId = id,
            CardId = card,
            ItemId = item,
            DueAt = DateTime.UnixEpoch,
        };
        yield return new TurnItemIntoCard
        {
            BoardId = id,
            CardId = card,
            ItemId = item,
        };
        yield return new TurnCardBackIntoItem
        {
            BoardId = id,
            CardId = card,
            ItemId = item,
            MadeCardId = card,
        };
        yield return new SettleCardText { BoardId = id, CardId = card };
        foreach (var command in OnFields(id, card, actor))
        {
            yield return command;
        }

        yield return new RemoveChecklistItem
        {
            BoardId = id,
            CardId = card,
            ItemId = item,
        };
    }

    private static IEnumerable<BoardCommand> OnAttachments(Guid id, Guid card)
    {
        yield return new AddFile
        {
            BoardId = id,
            CardId = card,
            FileId = Guid.CreateVersion7(),
            Name = "new.png",
            Size = 1,
            MediaType = "image/png",
        };
        yield return new AddLinkAttachment
        {
            BoardId = id,
            CardId = card,
            Url = "https://example.com/new",
        };
        yield return new RenameAttachment
        {
            BoardId = id,
            CardId = card,
            AttachmentId = TestBoard.PictureOf(card),
            Name = "New",
        };
        yield return new SetCoverImage
        {
            BoardId = id,
            CardId = card,
            AttachmentId = TestBoard.PictureOf(card),
        };
        yield return new RemoveAttachment
        {
            BoardId = id,
            CardId = card,
            AttachmentId = TestBoard.PictureOf(card),
        };
    }
}
