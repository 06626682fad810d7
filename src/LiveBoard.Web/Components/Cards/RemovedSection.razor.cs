using System.Collections.Immutable;
using LiveBoard.Core.Access;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands;
using LiveBoard.Core.Commands.Attachments;
using LiveBoard.Core.Commands.Checklists;
using LiveBoard.Core.Commands.Comments;
using LiveBoard.Web.Components.Boards;
using Microsoft.AspNetCore.Components;

namespace LiveBoard.Web.Components.Cards;

public sealed partial class RemovedSection
{
    private ImmutableArray<RemovedPart>? _parts;
    private CardSnapshot? _readFor;

    [Inject]
    private RemovedPartsReader Reader { get; set; } = null!;

    [Inject]
    private DueDates Dates { get; set; } = null!;

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        // Once it has been looked at, it is kept true.
        if (_parts is not null && !ReferenceEquals(_readFor, Card))
        {
            await ReadAsync();
        }
    }

    private static string IconOf(RemovedPartKind kind) =>
        kind switch
        {
            RemovedPartKind.Comment => "talk",
            RemovedPartKind.Attachment => "clip",
            _ => "list",
        };

    private async Task ReadAsync()
    {
        _readFor = Card;
        _parts = await Reader.ReadAsync(Client.BoardId, Card.Id, Client.Actor);
    }

    private Task BringBackAsync(RemovedPart part) => Client.SendAsync(CommandFor(part));

    private BoardCommand CommandFor(RemovedPart part) =>
        part.Kind switch
        {
            RemovedPartKind.Comment => new RemoveComment
            {
                BoardId = Client.BoardId,
                CardId = Card.Id,
                CommentId = part.Id,
                IsRemoved = false,
            },
            RemovedPartKind.Checklist => new RemoveChecklist
            {
                BoardId = Client.BoardId,
                CardId = Card.Id,
                ChecklistId = part.Id,
                IsRemoved = false,
            },
            RemovedPartKind.Item => new RemoveChecklistItem
            {
                BoardId = Client.BoardId,
                CardId = Card.Id,
                ItemId = part.Id,
                IsRemoved = false,
            },
            _ => new RemoveAttachment
            {
                BoardId = Client.BoardId,
                CardId = Card.Id,
                AttachmentId = part.Id,
                IsRemoved = false,
            },
        };
}
